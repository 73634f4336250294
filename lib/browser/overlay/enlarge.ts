import { pageMessages } from '../messages'
import { closeDialog, openDialog } from './dialog'

/** Show an image as large as the window allows, with its caption. A click on the image closes it. */
export function enlarge(link: HTMLAnchorElement): void {
  const image = link.querySelector('img')?.cloneNode()
  if (!(image instanceof HTMLImageElement)) return
  const figure = document.createElement('figure')
  figure.lang = link.closest<HTMLElement>('[lang]')?.lang ?? ''
  figure.append(image)
  // Captions have no ids, so the copy duplicates none.
  const caption = link.closest('figure')?.querySelector('figcaption')?.cloneNode(true)
  if (caption) figure.append(caption)
  // The compiler wrote the size: the copy has no size of its own until it is loaded.
  const [width, height] = ['width', 'height'].map((name) => Number(image.getAttribute(name)))
  // The largest version that the window can show.
  if (image.srcset) image.sizes = `min(100vw, ${width}px)`
  image.style.setProperty('--width', `${width}px`)
  image.style.setProperty('--ratio', `${width} / ${height}`)
  // Do not enlarge pixels.
  if (!image.src.endsWith('.svg')) image.style.setProperty('--most', `${width}px`)
  const dialog = openDialog(pageMessages().enlarged, 'enlarged', figure)
  image.addEventListener('click', () => closeDialog(dialog))
}
