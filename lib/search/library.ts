import 'server-only'
import { join } from 'node:path'
import MiniSearch from 'minisearch'
import { type Page, type Post, publishedRoot } from '../content/types'
import { readLookedIn } from '../markdown/body'
import { fold } from '../markdown/fold'

/** An article, or a page such as /about. */
export type Findable = Post | Page

/** A document as search holds it in memory. */
export interface Held {
  /** Changes with whatever is held. */
  name: string
  title: string
  /** Tags, category and summary, a line each. */
  about: string
  text: string
  tex: string
}

interface Library {
  /** By address. */
  held: Map<string, Held>
  /** Ranks by titles, tags, headings and summaries. */
  ranks: MiniSearch
  loading: Promise<void> | undefined
}

const words = new Intl.Segmenter('zh-CN', { granularity: 'word' })

/** Words of any language, folded. */
export function segment(text: string): string[] {
  return [...words.segment(fold(text))].flatMap(({ segment, isWordLike }) => (isWordLike ? segment : []))
}

/** Routes are bundled apart, and would each hold all texts: one memo a process. */
const place = globalThis as { lemmaLibrary?: Library }

function openLibrary(): Library {
  place.lemmaLibrary ??= {
    held: new Map(),
    ranks: new MiniSearch({
      fields: ['title', 'tags', 'headings', 'summary'],
      idField: 'url',
      tokenize: segment,
      processTerm: (term) => term,
      searchOptions: { boost: { title: 4, tags: 3, headings: 2 }, prefix: (term) => term.length > 1 },
    }),
    loading: undefined,
  }
  return place.lemmaLibrary
}

/** Milliseconds of reading after which requests get their turn. */
const slice = 10

/** The texts of these documents; those that changed since are read, the others are held, and others let go. */
export async function readLibrary(all: readonly Findable[]): Promise<Library> {
  const library = openLibrary()
  while (library.loading) await library.loading
  if (isComplete(library, all)) return library
  library.loading = update(library, all).finally(() => {
    library.loading = undefined
  })
  await library.loading
  return library
}

function isComplete({ held }: Library, all: readonly Findable[]): boolean {
  return held.size === all.length && all.every((one) => held.get(one.url)?.name === nameOf(one))
}

async function update(library: Library, all: readonly Findable[]): Promise<void> {
  const urls = new Set(all.map(({ url }) => url))
  for (const url of library.held.keys()) if (!urls.has(url)) forget(library, url)
  let began = performance.now()
  for (const one of all) {
    if (library.held.get(one.url)?.name === nameOf(one)) continue
    forget(library, one.url)
    add(library, one)
    if (performance.now() - began < slice) continue
    await new Promise((resolve) => setImmediate(resolve))
    began = performance.now()
  }
}

function forget({ held, ranks }: Library, url: string): void {
  if (held.delete(url)) ranks.discard(url)
}

function add({ held, ranks }: Library, one: Findable): void {
  const { tags = [], category = '', summary = '', headings = [] }: Partial<Post> = one
  const { url, title, body } = one
  const { text, tex } = body
    ? readLookedIn(join(process.cwd(), publishedRoot, 'bodies'), body)
    : { text: '', tex: '' }
  const about = [...tags, category, summary].map(fold).join('\n')
  held.set(url, { name: nameOf(one), title: fold(title), about, text, tex })
  ranks.add({
    url,
    title,
    tags: [...tags, category].join(' '),
    headings: headings.map((heading) => heading.text).join('\n'),
    summary,
  })
}

function nameOf({ body, title, tags = [], category = '', summary = '' }: Partial<Post>): string {
  return [body, title, category, summary, ...tags].join('\n')
}
