import 'server-only'
import { join } from 'node:path'
import MiniSearch from 'minisearch'
import { type Page, type Post, type Published, publishedRoot } from '../content/types'
import { readParts } from '../i18n/dates'
import { readTexts } from '../markdown/body'
import { fold } from '../markdown/fold'

/** An article, or a page such as /about. */
export type Findable = Post | Page

/** A document as search holds it in memory. */
export interface Held {
  /** Changes with whatever is held. */
  name: string
  title: string
  /** In the site's time zone; undefined for a page. */
  year: string | undefined
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
  /** What is held; it is let go when something newer is published, before anyone searches. */
  of: WeakRef<Published> | undefined
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
    of: undefined,
    loading: undefined,
  }
  return place.lemmaLibrary
}

/** Milliseconds of reading after which requests get their turn. */
const slice = 10

/** The texts of all that is published: what changed since is read, the rest is held, and what is gone is let go. */
export async function readLibrary(published: Published): Promise<Library> {
  const library = openLibrary()
  while (library.loading) await library.loading
  if (library.of?.deref() === published) return library
  library.loading = update(library, published).finally(() => {
    library.loading = undefined
  })
  await library.loading
  return library
}

async function update(library: Library, published: Published): Promise<void> {
  const all = [...published.posts, ...published.pages]
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
  library.of = new WeakRef(published)
}

function forget({ held, ranks }: Library, url: string): void {
  if (held.delete(url)) ranks.discard(url)
}

function add({ held, ranks }: Library, one: Findable): void {
  const { date, tags = [], category = '', summary = '', headings = [] }: Partial<Post> = one
  const { url, title, body } = one
  const { text, tex } = body
    ? readTexts(join(process.cwd(), publishedRoot, 'bodies'), body)
    : { text: '', tex: '' }
  const about = [...tags, category, summary].map(fold).join('\n')
  const year = date && String(readParts(date).year)
  held.set(url, { name: nameOf(one), title: fold(title), year, about, text, tex })
  ranks.add({
    url,
    title,
    tags: [...tags, category].join(' '),
    headings: headings.map((heading) => heading.text).join('\n'),
    summary,
  })
}

function nameOf({ body, title, date, tags = [], category = '', summary = '' }: Partial<Post>): string {
  return [body, title, date, category, summary, ...tags].join('\n')
}
