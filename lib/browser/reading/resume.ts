import { store } from '../storage/store'
import { contentsLinks, readLink } from './follow-contents'
import { parsePlaces, withPlace } from './places'

type ReadPlaces = () => string | null

/** Places are stored for articles that are at least this many windows high. */
const longArticle = 3

/**
 * Offer to continue at the section where the reader left this article. The offer is over the page, so that nothing moves.
 *
 * @param offer empty element for the offer (`components/article/resume.tsx`)
 * @param readPlaces passed by the entry script, which has it already
 */
export function offerPlace(offer: HTMLElement, readPlaces: ReadPlaces): void {
  const path = window.location.pathname
  const hash = parsePlaces(readPlaces()).find(([other]) => other === path)?.[1]
  const section = contentsLinks().find((link) => link.hash === hash)
  // The reader may have started to read by now, or the author may have renamed the section.
  if (!section || window.scrollY > window.innerHeight) return
  const { words = '', close = '' } = offer.dataset
  const link = document.createElement('a')
  link.href = section.hash
  const title = document.createElement('span')
  title.lang = section.closest<HTMLElement>('[lang]')?.lang ?? ''
  title.append(...[...section.childNodes].map((node) => node.cloneNode(true)))
  link.append(words, title)
  link.addEventListener('click', () => endOffer(offer))
  const button = document.createElement('button')
  button.type = 'button'
  button.ariaLabel = close
  button.textContent = '×'
  button.addEventListener('click', () => {
    endOffer(offer)
    storePlace(path, undefined, readPlaces)
  })
  offer.replaceChildren(link, button)
  offer.hidden = false
}

/** Store the section that is being read; remove the place of the article when the reader reaches its end. */
export function updatePlace(offer: HTMLElement, readPlaces: ReadPlaces): void {
  const link = readLink()
  if (!link) return
  // Scrolling a little does not dismiss the offer.
  if (!offer.hidden && window.scrollY < window.innerHeight) return
  endOffer(offer)
  const prose = document.getElementById(decodeURIComponent(link.hash.slice(1)))?.closest('.prose')
  if (!prose) return
  const { height, bottom } = prose.getBoundingClientRect()
  if (height < longArticle * window.innerHeight) return
  storePlace(window.location.pathname, bottom > window.innerHeight ? link.hash : undefined, readPlaces)
}

function endOffer(offer: HTMLElement): void {
  offer.hidden = true
  offer.replaceChildren()
}

function storePlace(path: string, hash: string | undefined, readPlaces: ReadPlaces): void {
  store('places', JSON.stringify(withPlace(parsePlaces(readPlaces()), path, hash)))
}
