import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createWorkspace } from '../../e2e/support/workspace'
import { articleName, spreadOver, writeCorpus } from '../corpus/corpus'
import { type Cost, firstAnswer, measure, readMemory, type Served, serve } from './process'

/** A copy of the project with a corpus as its content. */
export interface Site {
  root: string
  posts: number
  remove(): void
}

/** A running site, and the cost of its start. */
export interface Start {
  server: Served
  /** Seconds to the first response. */
  wall: number
  /** Peak memory of all processes in bytes, until the server responds. */
  memory: number
}

/** Resident memory of a running site in bytes. Memory that processes share is counted once. */
export interface ServingMemory {
  server: number
  publisher: number
}

export function createSite(posts: number): Site {
  const { root, remove } = createWorkspace()
  writeCorpus(join(root, 'content'), posts)
  // Ten teasers per page, as in the rivals.
  const config = join(root, 'site.config.ts')
  writeFileSync(config, readFileSync(config, 'utf8').replace(/postsPerPage: \d+/, 'postsPerPage: 10'))
  return { root, posts, remove }
}

export function articlePath(number: number): string {
  return `/posts/${articleName(number)}`
}

/** Remove all build output, as in a fresh clone, except packages. */
export function makeCold({ root }: Site): void {
  for (const folder of ['.next', '.contentlayer', '.lemma'])
    rmSync(join(root, folder), { recursive: true, force: true })
}

/** Remove all build output except the cache that hosts keep between builds. */
export function makeWarm(site: Site): void {
  const cache = join(site.root, '.next/cache')
  const savedCache = join(site.root, 'kept-cache')
  renameSync(cache, savedCache)
  makeCold(site)
  mkdirSync(join(site.root, '.next'))
  renameSync(savedCache, cache)
}

/** Run `npm start` until the page of an article contains a text. */
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

/** Run `npm run content`. */
export async function compileContent({ root }: Site): Promise<Cost> {
  const { output: _, ...cost } = await measure('npm', ['run', 'content'], { cwd: root })
  return cost
}

/** Wait until the publisher has read all files once. */
export async function settled(server: Served): Promise<void> {
  await server.line(/\bPublished \d+ posts\.$/)
}

/** Measure memory after different articles were requested. */
export async function readSome(site: Site, server: Served, articles: number): Promise<ServingMemory> {
  for (const number of spreadOver(site.posts, articles))
    await (await fetch(server.url + articlePath(number))).text()
  return {
    server: readMemory(server, /next-server|programs\/server/),
    publisher: readMemory(server, /programs\/publisher/),
  }
}
