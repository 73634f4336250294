import 'server-only'
import { join } from 'node:path'
import MiniSearch from 'minisearch'
import type { Post } from '../content/types'
import { publishedRoot } from '../content/types'
import { readLookedIn } from '../markdown/body'
import { fold } from '../markdown/fold'

/** A post as search holds it in memory. */
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
      idField: 'slug',
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

/** The texts of these posts; those that changed since are read, the others are held. Posts not among them are let go. */
export async function readLibrary(posts: readonly Post[]): Promise<Library> {
  const library = openLibrary()
  while (library.loading) await library.loading
  if (isComplete(library, posts)) return library
  library.loading = update(library, posts).finally(() => {
    library.loading = undefined
  })
  await library.loading
  return library
}

function isComplete({ held }: Library, posts: readonly Post[]): boolean {
  return held.size === posts.length && posts.every((post) => held.get(post.slug)?.name === nameOf(post))
}

async function update(library: Library, posts: readonly Post[]): Promise<void> {
  const slugs = new Set(posts.map(({ slug }) => slug))
  for (const slug of library.held.keys()) if (!slugs.has(slug)) forget(library, slug)
  let began = performance.now()
  for (const post of posts) {
    if (library.held.get(post.slug)?.name === nameOf(post)) continue
    forget(library, post.slug)
    add(library, post)
    if (performance.now() - began < slice) continue
    await new Promise((resolve) => setImmediate(resolve))
    began = performance.now()
  }
}

function forget({ held, ranks }: Library, slug: string): void {
  if (held.delete(slug)) ranks.discard(slug)
}

function add({ held, ranks }: Library, post: Post): void {
  const { slug, title, tags, category = '', summary = '', body, headings } = post
  const { text, tex } = body
    ? readLookedIn(join(process.cwd(), publishedRoot, 'bodies'), body)
    : { text: '', tex: '' }
  const about = [...tags, category, summary].map(fold).join('\n')
  held.set(slug, { name: nameOf(post), title: fold(title), about, text, tex })
  ranks.add({
    slug,
    title,
    tags: [...tags, category].join(' '),
    headings: headings.map((heading) => heading.text).join('\n'),
    summary,
  })
}

function nameOf({ body, title, tags, category = '', summary = '' }: Post): string {
  return [body, title, category, summary, ...tags].join('\n')
}
