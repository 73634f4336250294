import type { Published } from '../../published/types'
import { authorUrl, categoryUrl, tagUrl } from '../../site/routes.mjs'
import { languagesOf, listUrl, siteLanguageOf } from '../../site/site-languages'

/** Paths of the lists that each language has, in the first language. */
const indexes = ['/', '/archive', '/tags', '/series', '/search', '/subscribe']

/** The paths of the lists of the languages after the first: `/en`, `/en/tags/x`. */
export function findLanguageLists({ site, posts }: Pick<Published, 'site' | 'posts'>): string[] {
  return languagesOf(site)
    .slice(1)
    .flatMap((language) => {
      const lists = posts
        .filter(({ lang }) => siteLanguageOf(site, lang) === language)
        .flatMap(({ tags, category, authors }) => [
          ...tags.map(tagUrl),
          ...authors.map(authorUrl),
          ...(category ? [categoryUrl(category)] : []),
        ])
      return [...indexes, ...lists].map((path) => listUrl(site, path, language))
    })
}
