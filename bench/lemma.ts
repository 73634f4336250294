import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createWorkspace } from '../e2e/workspace'
import { articleName, spreadOver, writeCorpus } from './corpus'
import { type Cost, firstAnswer, measure, readMemory, type Served, serve } from './process'

/** A copy of the project with a corpus for its content. */
export interface Site {
  root: string
  posts: number
  remove(): void
}

/** A start of the site, with what its build needed. */
export interface Start {
  server: Served
  /** Seconds to the first answer. */
  wall: number
  /** Bytes, the peak over all processes until it begins to serve. */
  memory: number
}

/** Resident memory of a serving site in bytes, what its processes share counted once. */
export interface ServingMemory {
  server: number
  publisher: number
}

export function createSite(posts: number): Site {
  const { root, remove } = createWorkspace()
  writeCorpus(join(root, 'content'), posts)
  // Ten teasers a page, as the rivals show.
  const config = join(root, 'site.config.ts')
  writeFileSync(config, readFileSync(config, 'utf8').replace(/postsPerPage: \d+/, 'postsPerPage: 10'))
  return { root, posts, remove }
}

export function articlePath(number: number): string {
  return `/posts/${articleName(number)}`
}

/** Forget every build, as in a fresh clone; packages stay. */
export function makeCold({ root }: Site): void {
  for (const folder of ['.next', '.contentlayer', '.lemma'])
    rmSync(join(root, folder), { recursive: true, force: true })
}

/** Forget every build but keep what hosts keep between builds. */
export function makeWarm(site: Site): void {
  const cache = join(site.root, '.next/cache')
  const kept = join(site.root, 'kept-cache')
  renameSync(cache, kept)
  makeCold(site)
  mkdirSync(join(site.root, '.next'))
  renameSync(kept, cache)
}

/** `npm start`, until an article answers and holds a text. */
export async function startSite({ root }: Site, number: number, text?: string): Promise<Start> {
  const began = performance.now()
  const server = await serve('npm', ['start'], { cwd: root })
  try {
    let memory = 0
    const serving = server.line(/Serving on/).then(() => {
      memory = server.peak()
    })
    await Promise.all([firstAnswer(server, articlePath(number), text), serving])
    const wall = (performance.now() - began) / 1000
    return { server, wall, memory }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** `npm run content`. */
export async function compileContent({ root }: Site): Promise<Cost> {
  const { output: _, ...cost } = await measure('npm', ['run', 'content'], { cwd: root })
  return cost
}

/** The publisher beside a server has read everything once. */
export async function settled(server: Served): Promise<void> {
  await server.line(/^Published \d+ posts\.$/)
}

/** Memory after some different articles were read. */
export async function readSome(site: Site, server: Served, articles: number): Promise<ServingMemory> {
  for (const number of spreadOver(site.posts, articles))
    await (await fetch(server.url + articlePath(number))).text()
  return {
    server: readMemory(server, /next-server|lib\/server\/main/),
    publisher: readMemory(server, /lib\/publisher\/main/),
  }
}
