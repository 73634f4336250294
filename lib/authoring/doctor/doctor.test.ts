import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { testSite } from '../../site/test-site'
import { checkGit, checkMemory, checkNode, checkPort } from './check-machine'
import { checkRedis, checkSecrets, checkSite, checkUrl } from './check-site'

const project = process.cwd()
afterEach(() => {
  process.chdir(project)
  vi.unstubAllEnvs()
})

async function listen(body: string) {
  const server = createServer((_, response) => response.end(body))
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const { port } = server.address() as AddressInfo
  return { port, close: () => new Promise((resolve) => server.close(resolve)) }
}

test.each([
  ['18.20.0', 'error'],
  ['20.8.1', 'error'],
  ['20.9.0', 'ok'],
  ['24.1.0', 'ok'],
])('Node %s is %s', (version, severity) => expect(checkNode(version).severity).toBe(severity))

test('a machine with 1 GB of memory is warned about', () => {
  expect(checkMemory(1e9)).toMatchObject({ severity: 'warning', text: expect.stringContaining('1.0 GB') })
  expect(checkMemory(4e9).severity).toBe('ok')
})

test('a port is free, taken by Lemma, or taken by another program', async () => {
  const lemma = await listen('{"status":"ok"}')
  expect(await checkPort(lemma.port)).toMatchObject({
    severity: 'ok',
    text: expect.stringContaining('Lemma'),
  })
  await lemma.close()
  expect(await checkPort(lemma.port)).toMatchObject({ severity: 'ok', text: expect.stringContaining('free') })
  const other = await listen('x')
  expect(await checkPort(other.port)).toMatchObject({ severity: 'error' })
  await other.close()
})

test.each([true, false])('a repository without commits is reported; pulls first: %s', (pullsFirst) => {
  const folder = mkdtempSync(join(tmpdir(), 'lemma-doctor-'))
  try {
    execFileSync('git', ['init', '--quiet', folder])
    expect(checkGit(folder, pullsFirst)).toMatchObject({
      severity: 'warning',
      text: expect.stringContaining('no commits'),
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a folder without a repository, and without content, is reported', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lemma-doctor-'))
  try {
    process.chdir(folder)
    expect(checkGit(folder, true)).toMatchObject({ severity: 'warning' })
    expect(checkSite({ site: testSite, problems: [], files: [] })).toMatchObject([
      { name: 'Content', severity: 'error' },
    ])
    writeFileSync('content', '')
  } finally {
    process.chdir(project)
    rmSync(folder, { recursive: true })
  }
})

test('a URL that leads to another program, or nowhere, is reported with what to check', async () => {
  const other = await listen('hello')
  expect(await checkUrl({ ...testSite, url: `http://localhost:${other.port}` })).toMatchObject([
    { severity: 'warning', text: expect.stringContaining('responds with 200') },
  ])
  await other.close()
  expect(await checkUrl({ ...testSite, url: `http://localhost:${other.port}` })).toMatchObject([
    { severity: 'warning', text: expect.stringContaining('ECONNREFUSED') },
  ])
})

test('a short secret and an unreachable Redis are reported, without their values', async () => {
  vi.stubEnv('REVALIDATE_SECRET', 'short')
  expect(checkSecrets()).toMatchObject([
    { severity: 'warning', text: expect.stringContaining('fewer than 16') },
  ])
  vi.stubEnv('REDIS_URL', 'redis://:password@127.0.0.1:1/0')
  const [finding] = await checkRedis()
  expect(finding).toMatchObject({ severity: 'error', text: expect.stringContaining('ECONNREFUSED') })
  expect(JSON.stringify(finding)).not.toContain('password')
})
