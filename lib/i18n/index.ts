import type { LabelKind } from '../markdown/label'
import type { SiteConfig } from '../site'
import { en } from './en'
import type { spoken } from './spoken'
import { zhCN } from './zh-CN'

/** What the interface says. One shape for all languages; `{name}` is filled by `fill`. */
export interface Messages {
  /** The language's own tag. */
  lang: SiteConfig['language']
  interface: typeof spoken.en &
    Record<
      | 'skipToContent'
      | 'themeSystem'
      | 'themeLight'
      | 'themeDark'
      | 'navigation'
      | 'readMore'
      | 'readMoreAbout'
      | 'newer'
      | 'older'
      | 'pageNumber'
      | 'pages'
      | 'series'
      | 'seriesProgress'
      | 'seriesPart'
      | 'seriesParts'
      | 'previousPart'
      | 'nextPart'
      | 'categories'
      | 'tags'
      | 'tagged'
      | 'inCategory'
      | 'inSeries'
      | 'archive'
      | 'posts'
      | 'postCount'
      | 'postsPerYear'
      | 'month'
      | 'year'
      | 'minutes'
      | 'words'
      | 'updated'
      | 'contents'
      | 'resume'
      | 'previousPost'
      | 'nextPost'
      | 'howToCite'
      | 'citation'
      | 'citationOfOriginal'
      | 'citePart'
      | 'licence'
      | 'repost'
      | 'repostBy'
      | 'footnotes'
      | 'backToText'
      | 'linkToSection'
      | 'interactive'
      | 'notFound'
      | 'notFoundText'
      | 'gone'
      | 'goneText'
      | 'previewNote'
      | 'previewEnd'
      | 'random'
      | 'related'
      | 'citedBy'
      | 'readTranslation'
      | 'feed'
      | 'subscribeTo'
      | 'subscribeHow'
      | 'subscribeImages'
      | 'subscribeNewest'
      | 'error'
      | 'errorText'
      | 'retry'
      | 'draft'
      | 'scheduled'
      | 'unlisted'
      | 'problems'
      | 'empty'
      | 'by'
      | 'references'
      | 'equationLabel'
      | 'code'
      | 'table'
      | 'allLines'
      | 'searchHint'
      | 'searchCount'
      | 'searchNone'
      | 'searchMore'
      | 'searchNarrow'
      | 'allYears'
      | 'allCategories'
      | 'allSeries',
      string
    >
  /** Names of what has a number, as a reference shows them before the number. */
  statements: Record<LabelKind | 'proof' | 'solution', string>
}

const dictionaries: Record<SiteConfig['language'], Messages> = { 'zh-CN': zhCN, en }

/** The dictionary of a language. */
export function messages(language: SiteConfig['language']): Messages {
  return dictionaries[language]
}

/**
 * Fill a message: `fill('第 {part} 篇', { part: 3 })`. Words that depend on a number are chosen by it:
 * `{count} {count|post|posts}`.
 */
export function fill(message: string, values: Readonly<Record<string, string | number>>): string {
  return message.replace(
    /\{(\w+)(?:\|(\w+)\|(\w+))?\}/g,
    (whole, name: string, one?: string, other?: string) =>
      String(other === undefined ? (values[name] ?? whole) : values[name] === 1 ? one : other),
  )
}
