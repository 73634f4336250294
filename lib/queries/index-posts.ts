import 'server-only'
import { readPublished } from '../published/read-index'
import type { Post } from '../published/types'
import type { Language } from '../site/languages'
import { siteLanguageOf } from '../site/site-languages'
import { readConnectedPosts } from './connected-posts'
import { readListing } from './listing'

/**
 * The posts that the index, the archive and the search of a language contain, newest first: those of the language, and with
 * `untranslated: 'show'` also the originals that have no translation into it.
 */
export function readIndexPosts(language: Language): readonly Post[] {
  const { site } = readPublished()
  if (site.untranslated !== 'show') return readListing(language).posts
  return readListing().posts.filter((post) => {
    if (siteLanguageOf(site, post.lang) === language) return true
    const others = readConnectedPosts(post.slug, 'translations')
    return !others.some(({ slug, lang }) => lang === language || slug === post.translationOf)
  })
}
