import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { changedTags } from '../content/changed-tags'
import { reloadBibliography, sourceOf } from '../content/compile-document'
import { connectPosts } from '../content/connections'
import { findAll, isText, misplaced } from '../content/find-all'
import type { DocumentTypes } from '../content/front-matter'
import { type Generated, readGenerated, toPublished } from '../content/generated'
import { createProgress } from '../content/progress'
import { isDocument, type ReadDocument, readDocument } from '../content/read-document'
import { tags as contentTags } from '../content/tags'
import { type Document, type Published, publishedRoot } from '../content/types'
import { writePublished } from '../content/write-published'
import { contentRoot } from '../markdown/asset'
import type { Problem } from '../markdown/problem'
import { alone } from './alone'
import { noteProblems } from './note-problems'
import { changedFiles, type Scan, scan } from './scan'

/** What a publication changed. */
export interface Publication {
  /** Files that were new, changed or gone. */
  files: string[]
  /** Tags of the pages that show something else now (`changedTags`). */
  tags: string[]
  /** What is to be mended; errors keep a file's last good version online. */
  problems: Problem[]
  /** Everything that is published. */
  published: Published
  /** Whole duration in milliseconds. */
  duration: number
}

/** `serve`: readers see the last good version of everything. `dev`: the author sees everything, problems included. */
export type Mode = 'serve' | 'dev'

/**
 * Keep what is published in step with `content/`: a changed file is read and compiled alone, the rest is remembered.
 *
 * @param since version of the content (`PublishedState`) that was published before the server began to render pages;
 * where something else is published by now, nobody knows what the server's pages were made of, and all of them expire
 * @returns the function that publishes; it is to be called again when something may have changed, never twice at once
 */
export function createPublication(
  types: DocumentTypes,
  mode: Mode,
  since: string,
): () => Promise<Publication> {
  const entries = new Map<string, ReadDocument>()
  const lastGood = new Map<string, Generated>()
  let seen: Scan | undefined
  const isSince = readVersion() === since
  let published = readIndex()
  let ownStamp = stampOf(indexFile)
  let problems: Problem[] = []
  for (const document of readCompiled()) {
    const { source } = 'compiled' in document ? document.compiled : { source: '' }
    entries.set(document.located.file, { source, document, problems: [] })
    // What a build published was sound.
    lastGood.set(document.located.file, document)
  }

  return () => alone(join(publishedRoot, 'publishing.lock'), publish)

  async function publish(): Promise<Publication> {
    const began = performance.now()
    const others = readOthers()
    const now = scan()
    const isFirst = seen === undefined
    const files = changedFiles(seen ?? new Map(), now)
    const changed = await read(files, now, isFirst)
    seen = now
    let tags: string[] = []
    if (isFirst || changed || others) {
      const before = published
      const result = mode === 'dev' ? publishAll(now) : publishSound(now)
      problems = result.problems
      published = result.published
      published.connections = connectPosts(published, result.compiled)
      writePublished(published, result.compiled, result.drafts)
      ownStamp = stampOf(indexFile)
      const changedSince = [before, ...(others ? [others] : [])].flatMap((old) => changedTags(old, published))
      tags = isFirst && !isSince ? [contentTags.content] : [...new Set(changedSince)]
    }
    return {
      files: isFirst ? [] : files,
      tags,
      problems,
      published,
      duration: performance.now() - began,
    }
  }

  /** What another publisher of this folder has published since we did: the server may have shown it. */
  function readOthers(): Published | undefined {
    const stamp = stampOf(indexFile)
    if (stamp === ownStamp) return undefined
    ownStamp = stamp
    const text = existsSync(indexFile) ? readFileSync(indexFile, 'utf8') : ''
    return text === '' || text === JSON.stringify(published) ? undefined : JSON.parse(text)
  }

  /** Read what changed. @returns whether anything published may be another now */
  async function read(files: readonly string[], now: Scan, isFirst: boolean): Promise<boolean> {
    const touched = new Set(files)
    const affected = new Set(files.filter((file) => isDocument(file, types)))
    for (const file of entries.keys()) if (!now.has(file)) affected.add(file)
    if (touched.has(join(contentRoot, 'references.bib')) && !isFirst) {
      reloadBibliography()
      for (const file of entries.keys()) if (now.has(file) && cites(file)) affected.add(file)
    }
    if (!isFirst) for (const file of dependents(files)) affected.add(file)
    // A text that is no document is to be told of; one that is decides below.
    let any = files.some((file) => isText(file) && !affected.has(file))
    const stale = [...affected].filter((file) => !(touched.has(file) && isUnchanged(file)))
    const tellProgress = createProgress(stale.length)
    for (const file of stale) {
      const entry = now.has(file) ? await readIfThere(file) : undefined
      if (entry) entries.set(file, entry)
      else entries.delete(file)
      tellProgress()
      any = true
    }
    return any
  }

  /** Was what we remember made of the same text? */
  function isUnchanged(file: string): boolean {
    const known = entries.get(file)
    return known !== undefined && existsSync(file) && sourceOf(readFileSync(file, 'utf8')) === known.source
  }

  /** A file may vanish between the scan and now. */
  async function readIfThere(file: string): Promise<ReadDocument | undefined> {
    try {
      return await readDocument(file, types)
    } catch (error) {
      if (existsSync(file)) throw error
      return undefined
    }
  }

  /** Documents that show one of these images, or that something was wrong with: what was missing may have come. */
  function dependents(files: readonly string[]): string[] {
    const images = new Set(files.filter((file) => !isText(file)))
    if (images.size === 0) return []
    return [...entries].flatMap(([file, { document }]) => {
      if (!document || !('compiled' in document)) return []
      const { compiled, located } = document
      const cover = located.cover && 'source' in located.cover ? [located.cover] : []
      const shows = [...compiled.assets, ...cover].some(({ source }) => images.has(join(contentRoot, source)))
      const lacks = compiled.problems.length > 0 || (located.cover && 'message' in located.cover)
      return shows || lacks ? [file] : []
    })
  }

  /** What an author sees: every document as it is, with what is wrong in its place. */
  function publishAll(now: Scan) {
    const documents = [...entries].flatMap(([file, { document }]) => document ?? lastGood.get(file) ?? [])
    const result = toPublished(documents)
    const frontMatter = frontMatterProblems()
    const problems = [...misplacedFiles(now), ...findAll(result.published, result.compiled, frontMatter)]
    noteProblems(result.published, problems, frontMatter)
    for (const document of documents) lastGood.set(document.located.file, document)
    return { ...result, problems, drafts: [] }
  }

  /**
   * What readers see: of each file the last version that was in order. Where one depends on another that is no longer
   * what it was (a reference to a label that is gone), its page stays as it was published.
   */
  function publishSound(now: Scan) {
    const held = new Map<string, Problem[]>()
    for (const problem of frontMatterProblems()) hold(held, problem)
    for (;;) {
      const documents = [...entries].flatMap(
        ([file, { document }]) => (held.has(file) ? lastGood.get(file) : document) ?? [],
      )
      const result = toPublished(documents)
      const drafts = result.published.posts.filter(({ draft }) => draft)
      result.published.posts = result.published.posts.filter(({ draft }) => !draft)
      const found = findAll(result.published, result.compiled, [])
      const errors = found.filter(({ severity }) => !severity)
      const fresh = errors.filter(({ file }) => !held.has(file) && entries.has(file))
      for (const problem of fresh) hold(held, problem)
      if (fresh.length > 0) continue
      keepAsPublished(result.published, new Set(errors.map(({ file }) => file)))
      for (const document of documents)
        if (!held.has(document.located.file)) lastGood.set(document.located.file, document)
      for (const file of lastGood.keys()) if (!entries.has(file)) lastGood.delete(file)
      const warnings = found.filter(({ severity }) => severity)
      const problems = [...misplacedFiles(now), ...[...held.values()].flat(), ...warnings]
      // What belongs to no document: the bibliography.
      problems.push(...errors.filter(({ file }) => !entries.has(file)))
      return { ...result, problems, drafts: drafts.map(({ slug }) => slug) }
    }
  }

  /** Put the documents of these files as they are published now, or leave them out. */
  function keepAsPublished(next: Published, files: ReadonlySet<string>): void {
    if (files.size === 0) return
    const keep = <T extends Document>(documents: T[], before: readonly T[]): T[] =>
      documents.flatMap((document) =>
        files.has(document.file) ? (before.find(({ file }) => file === document.file) ?? []) : document,
      )
    next.posts = keep(next.posts, published.posts)
    next.series = keep(next.series, published.series)
    next.pages = keep(next.pages, published.pages)
  }

  function frontMatterProblems(): Problem[] {
    return [...entries.values()].flatMap(({ problems }) => problems)
  }

  function misplacedFiles(now: Scan): Problem[] {
    return [...now.keys()]
      .filter((file) => isText(file) && !entries.has(file))
      .map((file) => misplaced(file, Object.keys(types)))
  }
}

function hold(held: Map<string, Problem[]>, problem: Problem): void {
  held.set(problem.file, [...(held.get(problem.file) ?? []), problem])
}

function cites(file: string): boolean {
  return existsSync(file) && readFileSync(file, 'utf8').includes('[@')
}

const indexFile = join(publishedRoot, 'content.json')

/** What is published now. */
function readIndex(): Published {
  if (!existsSync(indexFile)) return { posts: [], series: [], pages: [], authors: [], connections: {} }
  return JSON.parse(readFileSync(indexFile, 'utf8'))
}

function readVersion(): string | undefined {
  const file = join(publishedRoot, 'state.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : undefined
}

/** Another one where the file was replaced. */
function stampOf(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false })
  return stats ? `${stats.mtimeMs} ${stats.ino}` : ''
}

/** What the last build compiled, so that only what changed since is compiled anew. */
function readCompiled(): Generated[] {
  try {
    return readGenerated()
  } catch {
    return []
  }
}
