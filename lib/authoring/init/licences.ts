import type { SiteConfig } from '../../site/config'
import type { Language } from '../../site/languages'

/** A licence that `npm run init` offers. */
interface LicenceChoice {
  name: string
  /** Its folder on creativecommons.org; undefined if nothing is licensed. */
  path?: string
}

/** The licences that `npm run init` offers, by the name of the option. */
export const licences = {
  'cc-by': { name: 'CC BY 4.0', path: 'by/4.0' },
  'cc-by-sa': { name: 'CC BY-SA 4.0', path: 'by-sa/4.0' },
  'cc-by-nc-sa': { name: 'CC BY-NC-SA 4.0', path: 'by-nc-sa/4.0' },
  'all-rights-reserved': { name: 'All rights reserved' },
} as const satisfies Record<string, LicenceChoice>

/** The name of a licence in options: `cc-by`. */
export type LicenceId = keyof typeof licences

/** Names of licences in options, in the order in which they are offered. */
export const licenceIds = Object.keys(licences) as LicenceId[]

const deeds: Record<Language, string> = {
  'zh-CN': 'deed.zh-hans',
  'zh-TW': 'deed.zh-hant',
  en: '',
  ja: 'deed.ja',
}

/** The setting of a licence, with the URL of its text in the language of the site; undefined if all rights are reserved. */
export function licenceSetting(id: LicenceId, language: Language): SiteConfig['licence'] {
  const licence: LicenceChoice = licences[id]
  if (!licence.path) return undefined
  return {
    name: licence.name,
    url: `https://creativecommons.org/licenses/${licence.path}/${deeds[language]}`,
  }
}

/** The licence that an author means: its id (`cc-by`), its name (`CC BY 4.0`), or its number in the list. */
export function findLicence(answer: string): LicenceId | undefined {
  const simplify = (text: string) => text.toLowerCase().replace(/[\s_-]+|4\.0$/g, '')
  const meant = simplify(answer)
  return licenceIds.find(
    (id, index) =>
      [id, licences[id].name].some((name) => simplify(name) === meant) || String(index + 1) === answer.trim(),
  )
}
