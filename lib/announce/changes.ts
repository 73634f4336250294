import type { Post, Published } from '../content/types'
import { authorUrl, categoryUrl, tagUrl } from '../content/urls'
import { isListed } from '../content/visibility'
import { hash } from '../store/store'

/** What stood at an address when it was last announced. */
interface Known {
  /** Name of its printed body: while it is the same, nothing is another. */
  body: string
  /** Name of what its author wrote and of the images it shows: a new version of Lemma prints the same otherwise. */
  content: string
  /** Paths of the pages that list it. */
  lists: string[]
}

/** What was announced, by path; kept between runs. */
export type KnownPages = Record<string, Known>

/** Paths of what readers find otherwise than before. */
export interface Changes {
  /** Published or edited. */
  changed: string[]
  /** Deleted, hidden or moved. */
  gone: string[]
  /** Lists that show one of them, whose feeds are others now. */
  lists: string[]
}

/**
 * Compare what readers find now with what was announced: each time with the whole of it, so that nothing is missed that
 * happened while nobody looked, be it by an edit or by the clock. Reposts are their originals' to announce.
 *
 * @param textOf the text of a file
 */
export function findChanges(
  before: KnownPages,
  { posts, series, pages }: Published,
  now: Date,
  textOf: (file: string) => string,
): Changes & { known: KnownPages } {
  const known: KnownPages = {}
  const changed: string[] = []
  const lists = new Set<string>()
  const compare = (
    { url, body, file }: { url: string; body: string; file: string },
    images: readonly string[],
    own: string[],
  ) => {
    const old = Object.hasOwn(before, url) ? before[url] : undefined
    const content = old && old.body === body ? old.content : hash(textOf(file), images)
    known[url] = { body, content, lists: own }
    if (old?.content === content) return
    changed.push(url)
    for (const list of [...own, ...(old?.lists ?? [])]) lists.add(list)
  }
  for (const post of posts) if (isListed(post, now) && !post.source) compare(post, post.images, listsOf(post))
  for (const document of [...series, ...pages]) compare(document, [], [])
  const gone = Object.keys(before).filter((url) => !Object.hasOwn(known, url))
  for (const url of gone) for (const list of before[url]?.lists ?? []) lists.add(list)
  return { known, changed, gone, lists: [...lists] }
}

/** The pages that list a post and have feeds. */
function listsOf({ series, tags, category, authors }: Post): string[] {
  return [
    '/',
    ...(series === undefined ? [] : [`/series/${encodeURIComponent(series)}`]),
    ...tags.map(tagUrl),
    ...(category === undefined ? [] : [categoryUrl(category)]),
    ...authors.map(authorUrl),
  ]
}
