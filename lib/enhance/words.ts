import { spoken } from '../i18n/spoken'

/** What the interface says here, in the page's language. */
export function words(): typeof spoken.en {
  return spoken[document.documentElement.lang === 'en' ? 'en' : 'zh-CN']
}
