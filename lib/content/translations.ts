import type { Post } from './types'

type Version = Pick<Post, 'url' | 'lang' | 'translationOf'>

/**
 * The addresses of an article by language, for `hreflang`: its own, those of its translations, and the original's for
 * readers of any other language.
 */
export function languagesOf(post: Version, others: readonly Version[]): Record<string, string> {
  const all = [post, ...others]
  const original = all.find(({ translationOf }) => translationOf === undefined) ?? post
  return {
    ...Object.fromEntries(all.map(({ lang, url }) => [lang, url]).sort()),
    'x-default': original.url,
  }
}
