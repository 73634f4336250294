import { closeDialog, openDialog } from './dialog'
import { words } from './words'

/** Show an image as large as the window allows, with its caption. Clicking it closes it again. */
export function enlarge(link: HTMLAnchorElement): void {
  const image = link.querySelector('img')?.cloneNode()
  if (!(image instanceof HTMLImageElement)) return
  const figure = document.createElement('figure')
  figure.lang = link.closest<HTMLElement>('[lang]')?.lang ?? ''
  figure.append(image)
  // Its numbers and references link from here as from there; ids it has none.
  const caption = link.closest('figure')?.querySelector('figcaption')?.cloneNode(true)
  if (caption) figure.append(caption)
  // The compiler wrote its size: the copy has none of its own before it is loaded.
  const [width, height] = ['width', 'height'].map((name) => Number(image.getAttribute(name)))
  image.style.setProperty('--width', `${width}px`)
  image.style.setProperty('--ratio', `${width} / ${height}`)
  // Pixels are not drawn larger than they are.
  if (!image.src.endsWith('.svg')) image.style.setProperty('--most', `${width}px`)
  const dialog = openDialog(words().enlarged, 'enlarged', figure)
  image.addEventListener('click', () => closeDialog(dialog))
}
