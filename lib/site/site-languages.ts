// Sites in several languages: each language has its own lists, those of the first at `/`, those of another at `/en`.
import type { Site } from './config'
import { isLanguage, type Language } from './languages'
import { decodeSlug, matchRoute } from './routes.mjs'

/** The settings that determine the languages of a site. */
type LanguageSettings = Pick<Site, 'language' | 'languages'>

/** The languages of a site, the first first. */
export function languagesOf({ language, languages }: LanguageSettings): Language[] {
  return languages?.map((one) => one.language) ?? [language]
}

/**
 * The language of the site that lists a document, and in which the page of the document is: the language of the document, or
 * the first language of the site if the site does not have it.
 */
export function siteLanguageOf(site: LanguageSettings, lang: Language): Language {
  const languages = languagesOf(site)
  return languages.includes(lang) ? lang : (languages[0] ?? lang)
}

/** The settings of a site in one of its languages. */
export function siteIn(site: Site, language: Language): Site {
  if (language === site.language) return site
  const own = site.languages?.find((one) => one.language === language)
  return { ...site, words: {}, ...own, language }
}

/** The path of a list in a language, by default that of the settings: `/en/archive` for `/archive`. */
export function listUrl(site: LanguageSettings, path: string, language = site.language): string {
  const prefix = language === languagesOf(site)[0] ? '' : `/${language}`
  return prefix !== '' && path === '/' ? prefix : prefix + path
}

/** The query of a URL that all languages share: empty for the first language. */
export function languageQuery(site: LanguageSettings): string {
  return site.language === languagesOf(site)[0] ? '' : `?language=${site.language}`
}

/** The target of a link in the language of the settings: that of the language if it is a list, otherwise as it is. */
export function listHref(site: LanguageSettings, href: string): string {
  const [path = ''] = href.split(/[?#]/, 1)
  const url = listUrl(site, path)
  return matchRoute(decodeSlug(url))?.params.language === undefined ? href : url + href.slice(path.length)
}

/** The language of the lists at a path, and the path in the first language; undefined if the path begins with no other. */
export function readListPath(
  site: LanguageSettings,
  path: string,
): { language: Language; path: string } | undefined {
  const [, tag = '', ...rest] = path.split('/')
  if (!isLanguage(tag) || !languagesOf(site).slice(1).includes(tag)) return undefined
  return { language: tag, path: `/${rest.join('/')}` }
}
