import type { Language } from '../languages'
import { en } from './en'
import { ja } from './ja'
import type { Messages } from './messages'
import { zhCN } from './zh-CN'
import { zhTW } from './zh-TW'

export { fill } from './fill'
export type { Messages }

const dictionaries: Record<Language, Messages> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en, ja }

/** The dictionary of a language. */
export function messages(language: Language): Messages {
  return dictionaries[language]
}

/** The names of the interface's texts, which a site may replace (`words` in its configuration). */
export const interfaceTexts: ReadonlySet<string> = new Set(Object.keys(en.interface))

/** The settings that texts depend on. */
export interface TextSettings {
  language: Language
  words: Readonly<Record<string, string>>
}

/**
 * The texts of a site, with its own words.
 *
 * @param lang another language than the site's, whose texts are ours
 */
export function siteMessages({ language, words }: TextSettings, lang = language): Messages {
  const dictionary = messages(lang)
  return lang === language ? { ...dictionary, interface: { ...dictionary.interface, ...words } } : dictionary
}
