import type { Post } from '../published/types'
import type { UrlsByLanguage } from './list-urls'

type Version = Pick<Post, 'url' | 'lang' | 'translationOf'>

/** The URLs of an article or a page and its translations by language, for `hreflang`; `x-default` is the URL of the original. */
export function languageUrls(post: Version, others: readonly Version[]): Record<string, string> {
  const all = [post, ...others]
  const original = all.find(({ translationOf }) => translationOf === undefined) ?? post
  return {
    ...Object.fromEntries(all.map(({ lang, url }) => [lang, url]).sort()),
    'x-default': original.url,
  }
}

/**
 * The URLs of a list by language, for `hreflang`; `x-default` is the URL in the first language that has it. Empty if only one
 * has it.
 */
export function listLanguageUrls(urls: UrlsByLanguage): Record<string, string> {
  const [first, ...others] = Object.values(urls)
  return first === undefined || others.length === 0 ? {} : { ...urls, 'x-default': first }
}
