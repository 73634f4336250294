import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Problem } from '../markdown/problem'
import type { CslItem, Plugins } from './citation-js'

/** One work in a citation, and where in it: `第 3 节`. */
export interface CitedWork {
  key: string
  locator?: string
}

/** The works an author cites, `content/references.bib`. */
export interface Bibliography {
  /** What is wrong in the file. */
  problems: Problem[]
  has(key: string): boolean
  keys(): string[]
  /** A work as CSL-JSON. */
  get(key: string): CslItem | undefined
  /**
   * Format one article's citations.
   *
   * @param clusters each citation of the text, in order
   * @returns each citation as HTML (`[1, 第 3 节]`), and the works in the order of the style, as HTML
   * @throws where there is no such style
   */
  format(
    clusters: readonly (readonly CitedWork[])[],
    options: { style: string; lang: 'zh-CN' | 'en' },
  ): { clusters: string[]; entries: { key: string; html: string }[] }
}

const ownFolder = join(process.cwd(), 'lib/bibliography')
const locales = { 'zh-CN': 'zh-CN', en: 'en-US' } as const

/** Loaded when first needed, past the bundler of contentlayer's configuration, which cannot take it in. */
let loaded: Plugins | undefined
function loadPlugins(): Plugins {
  if (loaded) return loaded
  const load = createRequire(join(process.cwd(), 'package.json'))
  const core: { plugins: Plugins } = load('@citation-js/core')
  load('@citation-js/plugin-bibtex')
  load('@citation-js/plugin-csl')
  loaded = core.plugins
  return loaded
}

/** Read BibTeX, or BibLaTeX. An empty text is an empty bibliography. */
export function readBibliography(text: string, file: string): Bibliography {
  const { items, problems } = parse(text, file)
  const works = new Map(items.map((item) => [item.id, item]))
  return {
    problems,
    // In a file that cannot be read every key may stand: its own error is enough.
    has: (key) => works.has(key) || problems.some(({ line }) => line > 0),
    keys: () => [...works.keys()],
    get: (key) => works.get(key),
    format(clusters, { style, lang }) {
      const { engine, locales: knownLocales } = loadPlugins().config.get('@csl')
      if (!knownLocales.has('zh-CN'))
        knownLocales.add('zh-CN', readFileSync(join(ownFolder, 'locale-zh-CN.xml'), 'utf8'))
      const processor = engine([...works.values()], findStyle(style), locales[lang], 'html')
      const citations = clusters.map((cluster, index) => ({
        citationID: String(index),
        citationItems: cluster
          .filter(({ key }) => works.has(key))
          .map(({ key, locator }) => ({ id: key, ...(locator && { suffix: `, ${locator}` }) })),
        properties: { noteIndex: 0 },
      }))
      const known = citations.filter(({ citationItems }) => citationItems.length > 0)
      const texts = new Map(
        processor.rebuildProcessorState(known, 'html', []).map(([id, , html]) => [id, html]),
      )
      const [{ entry_ids: ids }, entries] = processor.makeBibliography()
      return {
        clusters: citations.map(({ citationID }) => texts.get(citationID) ?? ''),
        entries: entries.map((html, index) => {
          const key = ids[index]?.[0] ?? ''
          return { key, html: toEntry(html, works.get(key)) }
        }),
      }
    },
  }
}

function parse(text: string, file: string): { items: CslItem[]; problems: Problem[] } {
  if (text.trim() === '') return { items: [], problems: [] }
  try {
    const items = loadPlugins().input.chain(text, { forceType: '@bibtex/text', generateGraph: false })
    return { items: items.map(withPlainPublisher), problems: findTwins(text, file) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const place = /at line (\d+) col (\d+)/.exec(message)
    return {
      items: [],
      problems: [
        {
          file,
          line: Number(place?.[1] ?? 1),
          column: Number(place?.[2] ?? 1),
          rule: 'bibliography',
          message: `Found something that is not BibTeX: ${message.split(/ at line|\n/)[0]}.`,
          hint: 'Each entry is @type{key, field = {value}, …}: count the braces and commas before this place.',
        },
      ],
    }
  }
}

/** A publisher may have "and" in its name; citation-js takes it for two. */
function withPlainPublisher(item: CslItem): CslItem {
  return Array.isArray(item.publisher) ? { ...item, publisher: item.publisher.join(' and ') } : item
}

function findTwins(text: string, file: string): Problem[] {
  const lines = new Map<string, number>()
  return text.split(/\r?\n/).flatMap((content, index) => {
    const key = /^\s*@(?!comment|string|preamble)\w+\s*\{\s*([^,\s]+)/i.exec(content)?.[1]
    if (!key) return []
    const first = lines.get(key)
    lines.set(key, first ?? index + 1)
    if (first === undefined) return []
    return {
      file,
      line: index + 1,
      column: content.indexOf(key) + 1,
      rule: 'bibliography',
      message: `The key "${key}" is already that of line ${first}.`,
      hint: 'Give each work its own key.',
    }
  })
}

/** A style by name, or by the path of its file; ours is known by name as those of citation-js are. */
function findStyle(style: string): string {
  const { templates } = loadPlugins().config.get('@csl')
  if (templates.has(style)) return style
  const own = join(ownFolder, `${style}.csl`)
  const path = existsSync(own) ? own : join(process.cwd(), style)
  if (!style.endsWith('.csl') && path !== own) {
    const known = ['gb-t-7714', ...templates.list()].join(', ')
    throw new Error(`citationStyle: found "${style}"; expected one of ${known}, or the path of a .csl file.`)
  }
  templates.add(style, readFileSync(path, 'utf8'))
  return style
}

/** The entry without its outer element; addresses become links, "et al." follows the work's language. */
function toEntry(html: string, item: CslItem | undefined): string {
  const inner = html.replace(/^\s*<div class="csl-entry">|<\/div>\s*$/g, '').trim()
  const isHan = /\p{Script=Han}/u.test(`${item?.title}${JSON.stringify(item?.author)}`)
  return inner
    .replace(isHan ? /et al\.?/ : /等(?=\.)/, isHan ? '等' : 'et al')
    .replace(/https?:\/\/[^\s<]+[^\s<.,]/g, (url) => `<a href="${url}">${url}</a>`)
}
