/** A language of the interface and of articles. */
interface LanguageFacts {
  /** Its name, in itself. */
  name: string
  /** Locale of bibliographies, as CSL names it. */
  citationLocale: string
  /** Templates for dates, or the locale with which `Intl` formats them. */
  dates: { locale: string } | { date: string; month: string }
  /** Opening and closing parenthesis in running text. */
  parentheses: readonly [string, string]
  /** Whether the quotation marks and dashes that Latin and Han text share (`“”‘’—…`) are full-width. */
  wideMarks: boolean
}

/**
 * The languages of the interface and of articles. To add one, add it here, its dictionary to `lib/site/i18n`, and the texts of
 * scripts to `lib/browser/messages.ts`; the types report missing entries. `languages.test.ts` reports what types cannot:
 * fonts in `app/globals.css` and the locale of bibliographies.
 */
export const languages = {
  'zh-CN': {
    name: '简体中文',
    citationLocale: 'zh-CN',
    dates: { date: '{year} 年 {month} 月 {day} 日', month: '{month} 月' },
    parentheses: ['（', '）'],
    wideMarks: true,
  },
  'zh-TW': {
    name: '繁體中文',
    citationLocale: 'zh-TW',
    dates: { date: '{year} 年 {month} 月 {day} 日', month: '{month} 月' },
    parentheses: ['（', '）'],
    wideMarks: true,
  },
  en: {
    name: 'English',
    citationLocale: 'en-US',
    dates: { locale: 'en-GB' },
    parentheses: [' (', ')'],
    wideMarks: false,
  },
  ja: {
    name: '日本語',
    citationLocale: 'ja-JP',
    dates: { date: '{year}年{month}月{day}日', month: '{month}月' },
    parentheses: ['（', '）'],
    wideMarks: true,
  },
} as const satisfies Record<string, LanguageFacts>

export type Language = keyof typeof languages

export function isLanguage(tag: string): tag is Language {
  return Object.hasOwn(languages, tag)
}
