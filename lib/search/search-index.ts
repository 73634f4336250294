import 'server-only'
import MiniSearch from 'minisearch'
import { fold } from '../markdown/text/fold'
import { readPrintedTexts } from '../published/read-body'
import type { Page, Post, Published } from '../published/types'
import { readParts } from '../site/i18n/dates'

/** A document that search can find: an article, or a page such as /about. */
export type SearchDocument = Post | Page

/** A document in the index. */
export interface IndexEntry {
  /** Changes with the document and the time zone; empty if its body could not be read. */
  version: string
  title: string
  /** Year of the date in the site's time zone; undefined for a page. */
  year: string | undefined
  /** Tags, category and summary, one per line. */
  about: string
  text: string
  tex: string
}

export interface SearchIndex {
  /** By URL. */
  entries: Map<string, IndexEntry>
  /** Ranks documents by titles, tags, headings and summaries. */
  ranking: MiniSearch
  /** The publication that is indexed. A weak reference, so that an outdated publication can be garbage collected. */
  source: WeakRef<Published> | undefined
  loading: Promise<void> | undefined
}

/** The rules of Unicode are the same for all languages of sites: dictionaries are chosen by the script of the text. */
const words = new Intl.Segmenter('und', { granularity: 'word' })

/** The words of a text in any language, folded. */
export function segment(text: string): string[] {
  return [...words.segment(fold(text))].flatMap(({ segment, isWordLike }) => (isWordLike ? segment : []))
}

/** On `globalThis`, because Next bundles routes separately: a module variable would hold all texts in each bundle. */
const globals = globalThis as { lemmaSearchIndex?: SearchIndex }

function openSearchIndex(): SearchIndex {
  globals.lemmaSearchIndex ??= {
    entries: new Map(),
    ranking: new MiniSearch({
      fields: ['title', 'tags', 'headings', 'summary'],
      idField: 'url',
      tokenize: segment,
      processTerm: (term) => term,
      searchOptions: { boost: { title: 4, tags: 3, headings: 2 }, prefix: (term) => term.length > 1 },
    }),
    source: undefined,
    loading: undefined,
  }
  return globals.lemmaSearchIndex
}

/** Milliseconds after which indexing yields to requests. */
const maxSlice = 10

/** The index of everything that is published. Reads changed documents, removes deleted ones and keeps the others. */
export async function readSearchIndex(published: Published): Promise<SearchIndex> {
  const index = openSearchIndex()
  while (index.loading) await index.loading
  if (index.source?.deref() === published) return index
  index.loading = update(index, published).finally(() => {
    index.loading = undefined
  })
  await index.loading
  return index
}

async function update(index: SearchIndex, published: Published): Promise<void> {
  const { timeZone } = published.site
  const all = [...published.posts, ...published.pages]
  const urls = new Set(all.map(({ url }) => url))
  for (const url of index.entries.keys()) if (!urls.has(url)) remove(index, url)
  let sliceStart = performance.now()
  for (const document of all) {
    if (index.entries.get(document.url)?.version === versionOf(document, timeZone)) continue
    remove(index, document.url)
    add(index, document, timeZone)
    if (performance.now() - sliceStart < maxSlice) continue
    await new Promise((resolve) => setImmediate(resolve))
    sliceStart = performance.now()
  }
  const isComplete = all.every(({ url }) => index.entries.get(url)?.version !== '')
  index.source = isComplete ? new WeakRef(published) : undefined
}

function remove({ entries, ranking }: SearchIndex, url: string): void {
  if (entries.delete(url)) ranking.discard(url)
}

function add({ entries, ranking }: SearchIndex, document: SearchDocument, timeZone: string): void {
  const { date, tags = [], category = '', summary = '', headings = [] }: Partial<Post> = document
  const { url, title, body } = document
  const texts = body ? readPrintedTexts(body) : { text: '', tex: '' }
  const { text, tex } = texts ?? { text: '', tex: '' }
  const about = [...tags, category, summary].map(fold).join('\n')
  const year = date && String(readParts(date, timeZone).year)
  // Without a version, the document is read again at the next query.
  entries.set(url, {
    version: texts ? versionOf(document, timeZone) : '',
    title: fold(title),
    year,
    about,
    text,
    tex,
  })
  ranking.add({
    url,
    title,
    tags: [...tags, category].join(' '),
    headings: headings.map((heading) => heading.text).join('\n'),
    summary,
  })
}

function versionOf(
  { body, title, date, tags = [], category = '', summary = '' }: Partial<Post>,
  timeZone: string,
): string {
  return [body, title, date, timeZone, category, summary, ...tags].join('\n')
}
