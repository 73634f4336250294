import type { SiteConfig } from '../site'

/** The language of the interface, from the page. */
export function pageLanguage(): SiteConfig['language'] {
  return document.documentElement.lang === 'en' ? 'en' : 'zh-CN'
}
