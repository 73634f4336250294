import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { siteParts } from '../../lib/site/folders.mjs'
import { folderOf, type TestSite } from './sites'

/** A copy of the engine with a site in its folder, as in the repository of an author. A test can change, build and serve it. */
export interface Workspace {
  root: string
  /** Run an npm script and wait until it exits. */
  run(script: string, ...args: string[]): { code: number | null; output: string }
  /** Start an npm script that serves the site; resolves when the server responds. */
  serve(script: string, env?: Record<string, string>): Promise<Served>
  remove(): void
}

/** A running server of a workspace. */
export interface Served {
  url: string
  /** Process id of npm. */
  pid: number
  /** Resolves when npm exits. */
  exit: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
  /** Everything that it has printed. */
  output: () => string
  stop: () => Promise<void>
}

export interface WorkspaceOptions {
  /** The site; by default the sample. */
  site?: TestSite
  /** Also copy the build, and what it published of the sample, so that `npm start` serves without a build. */
  isBuilt?: boolean
  /** Will Next build or serve for development in the workspace? Then its packages have to be in its folder. Default: if it is not built. */
  compiles?: boolean
  /** Environment variables of all commands in the workspace. If `PORT` is set, every server uses it; otherwise each uses a free port. */
  env?: Record<string, string>
}

/** What a workspace has not, or gets from elsewhere. */
const notCopied = new Set([
  ...siteParts,
  'bench',
  'docs',
  'e2e',
  '.git',
  '.next',
  '.contentlayer',
  '.lemma',
  'node_modules',
  'test-results',
  'playwright-report',
])

const store = '.next/cache/lemma'

/** Folders of the build that a server does not read. */
const unused = new Set(['cache', 'dev', 'types'])

/** Create a workspace. */
export function createWorkspace({
  site = 'sample',
  isBuilt = false,
  compiles = !isBuilt,
  env = {},
}: WorkspaceOptions = {}): Workspace {
  const root = mkdtempSync(join(tmpdir(), 'lemma-workspace-'))
  for (const name of readdirSync('.'))
    if (!notCopied.has(name)) cpSync(name, join(root, name), { recursive: true, preserveTimestamps: true })
  copySite(site, root)
  if (isBuilt) copyBuild(root, site)
  addPackages(root, compiles)
  const environment = () =>
    ({
      ...process.env,
      NODE_ENV: undefined,
      FORCE_COLOR: undefined,
      NO_COLOR: '1',
      ...env,
    }) as unknown as NodeJS.ProcessEnv
  return {
    root,
    run(script, ...args) {
      const { status, stdout, stderr } = spawnSync('npm', ['run', script, '--', ...args], {
        cwd: root,
        env: environment(),
        encoding: 'utf8',
      })
      return { code: status, output: stdout + stderr }
    },
    async serve(script, extra = {}) {
      const port = Number(env.PORT ?? (await freePort()))
      // In a process group of its own, so that the servers that npm starts end with it.
      const child = spawn('npm', ['run', script], {
        cwd: root,
        env: { ...environment(), PORT: String(port), ...extra },
        detached: true,
      })
      let output = ''
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
      const url = `http://localhost:${port}`
      await waitForResponse(url, child, () => output)
      const exit = new Promise<Awaited<Served['exit']>>((resolve) =>
        child.once('close', (code, signal) => resolve({ code, signal })),
      )
      return { url, pid: child.pid ?? 0, exit, output: () => output, stop: () => stop(child) }
    },
    remove() {
      rmSync(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
}

/** Next compiles only what is in the project's folder: then the packages are copied, as hard links if the file system allows it. */
function addPackages(root: string, compiles: boolean): void {
  const target = join(root, 'node_modules')
  if (!compiles) {
    symlinkSync(resolve('node_modules'), target, 'junction')
    return
  }
  const linked = spawnSync('cp', ['-al', 'node_modules', root])
  if (linked.status !== 0) cpSync('node_modules', target, { recursive: true })
}

/** Copy the author's part of a site into a folder. */
export function copySite(site: TestSite, folder: string): void {
  for (const part of siteParts) {
    const source = join(folderOf(site), part)
    if (existsSync(source)) cpSync(source, join(folder, part), { recursive: true, preserveTimestamps: true })
  }
}

function copyBuild(root: string, site: TestSite): void {
  const copy = (name: string, to = name) =>
    cpSync(name, join(root, to), { recursive: true, preserveTimestamps: true })
  // The sample is published, and its articles are in the store of its folder. What servers draw is in the store of the engine.
  if (site === 'sample') for (const name of ['.lemma', store]) copy(join(folderOf(site), name), name)
  copy('.contentlayer')
  for (const name of readdirSync('.next')) if (!unused.has(name)) copy(join('.next', name))
  if (existsSync(store)) copy(store)
}

async function waitForResponse(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const deadline = Date.now() + 500_000
  while (Date.now() < deadline) {
    if (child.exitCode !== null) break
    const response = await fetch(`${url}/robots.txt`).catch(() => undefined)
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await stop(child)
  throw new Error(`${url} does not respond:\n${output()}`)
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('close', () => resolve())
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    else if (child.pid) process.kill(-child.pid, 'SIGTERM')
  })
}

/** A free port. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
