import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { engineFolder } from '../../site/folders.mjs'
import { type Language, languages } from '../../site/languages'
import { listed, translate } from '../../site/messages/translate.mjs'
import { loadPlugins, type Processor } from './citation-js'
import { toGbItem } from './gb-items'
import type { Work } from './to-csl'

/** How works are formatted. */
export interface CitationOptions {
  /** Name of a CSL style, or the path of its file. */
  style: string
  lang: Language
}

/** Our own style, which is the default. */
export const gbStyle = 'gb-t-7714'

const styleFolder = join(engineFolder(), 'lib/markdown/bibliography')

/**
 * Create a processor of citeproc for a style. The standard's own words depend on the work, others on the article. Each work
 * has its index as its id: citeproc keeps works in objects, where `__proto__` is not a key.
 */
export function createProcessor(works: readonly Work[], { style, lang }: CitationOptions): Processor {
  const { engine } = loadPlugins().config.get('@csl')
  const isGb = style === gbStyle
  const items = works.map(({ item, entry }, index) => ({
    ...(isGb ? toGbItem(item, entry) : item),
    id: String(index),
  }))
  return engine(items, findStyle(style), findLocale(isGb ? 'zh-CN' : lang), 'html')
}

/** The locale of a language. Without a file, citeproc would write terms such as "et al." in English without an error. */
function findLocale(lang: Language): string {
  const { locales } = loadPlugins().config.get('@csl')
  const { citationLocale } = languages[lang]
  if (!locales.has(citationLocale))
    locales.add(citationLocale, readFileSync(join(styleFolder, `locale-${citationLocale}.xml`), 'utf8'))
  return citationLocale
}

/** Find a style by name or by the path of its file, and register it with citation-js. */
function findStyle(style: string): string {
  const { templates } = loadPlugins().config.get('@csl')
  if (templates.has(style)) return style
  const bundled = join(styleFolder, `${style}.csl`)
  const path = existsSync(bundled) ? bundled : join(process.cwd(), style)
  if (!style.endsWith('.csl') && path !== bundled) {
    const known = listed([gbStyle, ...templates.list()])
    throw new Error(
      translate`citationStyle: found "${style}"; expected one of ${known}, or the path of a .csl file.`,
    )
  }
  templates.add(style, readFileSync(path, 'utf8'))
  return style
}
