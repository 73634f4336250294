import type { SiteConfig } from '../../site/config'
import { messages } from '../../site/i18n'
import type { Language } from '../../site/languages'
import { describeSetting, type SettingName, settingExample, settingNames } from '../../site/setting-texts'
import { licenceSetting } from './licences'
import type { Answers } from './questions'

/** Where a configuration is written. */
export interface ConfigPlace {
  /** Name of the author's file in `content/authors`, without `.yml`. */
  authorId: string
  /** The site is in the engine's folder, so that the configuration can import its type. */
  isEngine: boolean
}

const headings: Record<Language, string> = {
  'zh-CN': '站点的设置，保存后立即生效。前面有 // 的设置没有启用，去掉 // 即可使用。',
  'zh-TW': '網站的設定，儲存後立即生效。前面有 // 的設定沒有啟用，去掉 // 即可使用。',
  en: 'Settings of the site. They take effect when you save this file. Remove // to use a setting that is commented out.',
  ja: 'サイトの設定。保存するとすぐに反映されます。// の付いた設定は使われていません。使うときは // を外してください。',
}

const aboutLabels: Record<Language, string> = { 'zh-CN': '关于', 'zh-TW': '關於', en: 'About', ja: '概要' }

/**
 * Print the configuration of a new site: every setting has a comment in the language of the site, and those without a value
 * are commented out with an example.
 */
export function printConfig(answers: Answers, { authorId, isEngine }: ConfigPlace): string {
  const values = settingsOf(answers, authorId)
  const lines = settingNames.flatMap((name) => {
    const comment = `/** ${describeSetting(name, answers.language)} */`
    const value = values[name]
    return value === undefined
      ? [`  // ${comment}`, `  // ${name}: ${settingExample(name, answers.language)},`]
      : [`  ${comment}`, `  ${name}: ${printValue(value)},`]
  })
  return [
    `// ${headings[answers.language]}`,
    ...(isEngine ? ["import type { SiteConfig } from './lib/site/config'"] : []),
    '',
    'export const site = {',
    ...lines,
    isEngine ? '} satisfies SiteConfig' : '}',
    '',
  ].join('\n')
}

/** The settings that a new site has. */
function settingsOf(answers: Answers, authorId: string): Partial<Record<SettingName, unknown>> & SiteConfig {
  const { name, url, language, licence, timeZone } = answers
  const { interface: t } = messages(language)
  const licenceOfSite = licenceSetting(licence, language)
  return {
    name,
    url,
    language,
    author: authorId,
    timeZone,
    ...(licenceOfSite && { licence: licenceOfSite }),
    navigation: [
      { label: t.posts, href: '/' },
      { label: t.series, href: '/series' },
      { label: t.tags, href: '/tags' },
      { label: t.archive, href: '/archive' },
      { label: aboutLabels[language], href: '/about' },
    ],
    macros: { '\\R': '\\mathbb{R}' },
    // The default is the national standard of China.
    ...(!language.startsWith('zh') && { citationStyle: 'apa' }),
  }
}

/** Print data as TypeScript, in the style of the formatter. */
function printValue(value: unknown, indent = '  '): string {
  if (typeof value === 'string') return printText(value)
  if (Array.isArray(value)) {
    const items = value.map((item) => `${indent}  ${printValue(item, `${indent}  `)},\n`)
    return `[\n${items.join('')}${indent}]`
  }
  if (typeof value !== 'object' || value === null) return String(value)
  const properties = Object.entries(value).map(
    ([key, item]) => `${printKey(key)}: ${printValue(item, indent)}`,
  )
  return `{ ${properties.join(', ')} }`
}

function printKey(key: string): string {
  return /^[a-z]\w*$/i.test(key) ? key : printText(key)
}

/** A literal in single quotes, or in double quotes if the text contains single ones. */
function printText(text: string): string {
  const literal = JSON.stringify(text)
  return text.includes("'") ? literal : `'${literal.slice(1, -1).replaceAll('\\"', '"')}'`
}
