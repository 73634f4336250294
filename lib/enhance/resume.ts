import { contentsLinks, readLink } from './follow-contents'
import { parsePlaces, withPlace } from './places'
import { readStored, store } from './stored'
import { placesKey } from './visit'

/** What the offer says. */
export interface ResumeLabels {
  words: string
  close: string
}

/** How many windows high an article is whose place is kept. */
const long = 3

let offer: HTMLElement | undefined

/**
 * Offer to go on at the section where the reader left this article: above the page, so that nothing moves.
 *
 * @param signal ends it: the reader has left the article
 */
export function offerPlace({ words, close }: ResumeLabels, signal: AbortSignal): void {
  const path = window.location.pathname
  const hash = parsePlaces(readStored(placesKey)).find(([other]) => other === path)?.[1]
  const section = contentsLinks().find((link) => link.hash === hash)
  // The reader may have begun meanwhile, and the author renamed the section.
  if (signal.aborted || !section || window.scrollY > window.innerHeight) return
  offer = document.createElement('aside')
  offer.className = 'resume'
  const link = document.createElement('a')
  link.href = section.hash
  const title = document.createElement('span')
  title.lang = section.closest<HTMLElement>('[lang]')?.lang ?? ''
  title.append(...[...section.childNodes].map((node) => node.cloneNode(true)))
  link.append(words, title)
  link.addEventListener('click', endOffer)
  const button = document.createElement('button')
  button.type = 'button'
  button.ariaLabel = close
  button.textContent = '×'
  button.addEventListener('click', () => {
    endOffer()
    storePlace(path, undefined)
  })
  offer.append(link, button)
  // The first thing of the article for those who hear it or go by the Tab key.
  document
    .getElementById(decodeURIComponent(section.hash.slice(1)))
    ?.closest('article')
    ?.prepend(offer)
  signal.addEventListener('abort', endOffer)
}

/** Keep the section that is being read; forget the article where its end is reached. */
export function keepPlace(signal: AbortSignal): void {
  const link = readLink()
  if (signal.aborted || !link) return
  // Who scrolls on by themselves has answered.
  if (offer && window.scrollY < window.innerHeight) return
  endOffer()
  const prose = document.getElementById(decodeURIComponent(link.hash.slice(1)))?.closest('.prose')
  if (!prose) return
  const { height, bottom } = prose.getBoundingClientRect()
  if (height < long * window.innerHeight) return
  storePlace(window.location.pathname, bottom > window.innerHeight ? link.hash : undefined)
}

function endOffer(): void {
  offer?.remove()
  offer = undefined
}

function storePlace(path: string, hash: string | undefined): void {
  store(placesKey, JSON.stringify(withPlace(parsePlaces(readStored(placesKey)), path, hash)))
}
