import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import type { PublishedState } from '../../published/types'
import type { Handler } from './handler'

/**
 * Serve a handler in a site folder of its own while the tests of a file run.
 *
 * @param state what is published, besides a version
 * @param prepare writes other files of the folder
 * @returns the folder, and `request`, which requests a path and follows no redirect
 */
export function serveInSite(
  handle: Handler,
  state: Partial<PublishedState>,
  prepare: (folder: string) => void = () => {},
) {
  const project = process.cwd()
  const folder = mkdtempSync(join(tmpdir(), 'lemma-server-'))
  const server = createServer(handle)
  beforeAll(async () => {
    mkdirSync(join(folder, '.lemma'))
    writeFileSync(
      join(folder, '.lemma/state.json'),
      JSON.stringify({ version: 'a', publications: [], gone: [], ...state }),
    )
    prepare(folder)
    process.chdir(folder)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve))
    process.chdir(project)
    rmSync(folder, { recursive: true })
  })
  const request = (path: string, init: RequestInit = {}) => {
    const { port } = server.address() as AddressInfo
    return fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual', ...init })
  }
  return { folder, request }
}
