import * as v from 'valibot'
import { settingSchemas } from '../../site/config'
import { isLanguage, type Language, languages } from '../../site/languages'
import { listed, translate } from '../../site/messages/translate.mjs'
import { findLicence, type LicenceId, licenceIds, licences } from './licences'

/** What an author decides when a site is created. */
export interface Answers {
  name: string
  url: string
  language: Language
  /** Displayed name of the author. */
  author: string
  licence: LicenceId
  timeZone: string
}

/** A question of `npm run init`, which an option answers too. */
export interface Question {
  /** Name of the option: `--time-zone`. */
  option: string
  /** The setting that it asks for. */
  setting: keyof Answers
  prompt: string
  /** Empty if there is no sensible one. */
  byDefault: string
}

/** What the system knows about the author. */
export interface SystemFacts {
  /** Locale of the system: `zh_CN.UTF-8`, `en-GB`. */
  locale: string
  timeZone: string
  /** Name of the user, empty if unknown. */
  user: string
}

/** The questions, in order, with their defaults. */
export function questionsFor({ locale, timeZone, user }: SystemFacts): Question[] {
  const offered = licenceIds.map((id, index) => `  ${index + 1}. ${licences[id].name} (${id})`).join('\n')
  return [
    { option: 'name', setting: 'name', prompt: translate`Name of the site`, byDefault: '' },
    {
      option: 'url',
      setting: 'url',
      prompt: translate`URL, such as https://example.org`,
      byDefault: 'https://example.org',
    },
    {
      option: 'language',
      setting: 'language',
      prompt: translate`Language (${listed(Object.keys(languages))})`,
      byDefault: languageOf(locale),
    },
    { option: 'author', setting: 'author', prompt: translate`Your name, as readers see it`, byDefault: user },
    {
      option: 'licence',
      setting: 'licence',
      prompt: translate`Licence of your posts\n${offered}\n `,
      byDefault: 'cc-by',
    },
    { option: 'time-zone', setting: 'timeZone', prompt: translate`Time zone`, byDefault: timeZone },
  ]
}

/** The language of sites that is nearest to a locale of the system. */
export function languageOf(locale: string): Language {
  const tag = locale.replace(/\..*/, '').replaceAll('_', '-')
  if (/^zh/i.test(tag)) return /hant|-(tw|hk|mo)\b/i.test(tag) ? 'zh-TW' : 'zh-CN'
  return /^ja/i.test(tag) ? 'ja' : 'en'
}

/** A question was answered, or the answer is not valid. */
export type Checked = { value: string } | { error: string }

/** Check the answer to a question by the rules of its setting. A slash at the end of the URL is removed. */
export function checkAnswer({ setting }: Pick<Question, 'setting'>, answer: string): Checked {
  const text = answer.trim()
  if (setting === 'licence') {
    const id = findLicence(text)
    return id ? { value: id } : { error: translate`Found "${text}"; expected one of ${listed(licenceIds)}.` }
  }
  if (setting === 'language' && !isLanguage(text))
    return { error: translate`Found "${text}"; expected one of ${listed(Object.keys(languages))}.` }
  const value = setting === 'url' ? text.replace(/\/$/, '') : text
  const { issues } = v.safeParse(settingSchemas[setting], value)
  return issues ? { error: translate`Found "${text}"; expected ${issues[0].message}.` } : { value }
}

/** The answers by their setting, all of which were checked. */
export function toAnswers(values: ReadonlyMap<keyof Answers, string>): Answers {
  const get = (name: keyof Answers) => values.get(name) ?? ''
  return {
    name: get('name'),
    url: get('url'),
    language: get('language') as Language,
    author: get('author'),
    licence: get('licence') as LicenceId,
    timeZone: get('timeZone'),
  }
}
