import type { Post, Published } from '../../published/types'
import { isListed } from '../../published/visibility'
import type { Site } from '../../site/config'
import { authorUrl, categoryUrl, seriesUrl, tagUrl } from '../../site/routes.mjs'
import { listUrl, siteLanguageOf } from '../../site/site-languages'
import { hash } from '../../store/store'

/** The page at a URL when it was last announced. */
interface AnnouncedPage {
  /** Key of its body. If it is the same, the page has not changed. */
  body: string
  /** Hash of its source and its images: a new version of Lemma changes the body, but not this. */
  content: string
  /** Paths of the pages that list it. */
  lists: string[]
}

/** The announced pages by path, stored between runs. */
export type AnnouncedPages = Record<string, AnnouncedPage>

/** Paths of the pages that changed. */
export interface Changes {
  /** Published or edited. */
  changed: string[]
  /** Deleted, hidden or moved. */
  gone: string[]
  /** Lists that contain one of them, whose feeds have changed. */
  lists: string[]
}

/**
 * Compare the public pages with those that were announced. All pages are compared each time, so that no edit and no scheduled
 * post is missed. Reposts are not announced.
 *
 * @param textOf returns the text of a file
 */
export function findChanges(
  before: AnnouncedPages,
  { site, posts, series, pages }: Published,
  now: Date,
  textOf: (file: string) => string,
): Changes & { announced: AnnouncedPages } {
  const announced: AnnouncedPages = {}
  const changed: string[] = []
  const lists = new Set<string>()
  const compare = (
    { url, body, file }: { url: string; body: string; file: string },
    images: readonly string[],
    own: string[],
  ) => {
    const old = Object.hasOwn(before, url) ? before[url] : undefined
    const content = old && old.body === body ? old.content : hash(textOf(file), images)
    announced[url] = { body, content, lists: own }
    if (old?.content === content) return
    changed.push(url)
    for (const list of [...own, ...(old?.lists ?? [])]) lists.add(list)
  }
  for (const post of posts)
    if (isListed(post, now) && !post.source) compare(post, post.images, listsOf(post, site))
  for (const document of [...series, ...pages]) compare(document, [], [])
  const gone = Object.keys(before).filter((url) => !Object.hasOwn(announced, url))
  for (const url of gone) for (const list of before[url]?.lists ?? []) lists.add(list)
  return { announced, changed, gone, lists: [...lists] }
}

/** Paths of the lists with feeds that contain a post. */
function listsOf({ lang, series, tags, category, authors }: Post, site: Site): string[] {
  const language = siteLanguageOf(site, lang)
  const inLanguage = (path: string) => listUrl(site, path, language)
  return [
    inLanguage('/'),
    ...(series === undefined ? [] : [seriesUrl(series)]),
    ...tags.map((tag) => inLanguage(tagUrl(tag))),
    ...(category === undefined ? [] : [inLanguage(categoryUrl(category))]),
    ...authors.map((id) => inLanguage(authorUrl(id))),
  ]
}
