import type { Post } from '../published/types'

type Version = Pick<Post, 'url' | 'lang' | 'translationOf'>

/** The URLs of an article and its translations by language, for `hreflang`; `x-default` is the URL of the original. */
export function languageUrls(post: Version, others: readonly Version[]): Record<string, string> {
  const all = [post, ...others]
  const original = all.find(({ translationOf }) => translationOf === undefined) ?? post
  return {
    ...Object.fromEntries(all.map(({ lang, url }) => [lang, url]).sort()),
    'x-default': original.url,
  }
}
