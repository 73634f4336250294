import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A copy of the project that a test may change, build and serve. */
export interface Workspace {
  root: string
  /** Run an npm script to its end. */
  run(script: string, ...args: string[]): { code: number | null; output: string }
  /** Start an npm script that serves; resolves when its address answers. */
  serve(script: string, env?: Record<string, string>): Promise<Served>
  remove(): void
}

/** A running server of a workspace. */
export interface Served {
  url: string
  /** Everything it printed so far. */
  output: () => string
  stop: () => Promise<void>
}

const left = new Set([
  '.git',
  '.next',
  '.contentlayer',
  '.lemma',
  'node_modules',
  'test-results',
  'playwright-report',
])

/** Copy the project; packages are linked file by file where the disk allows it. */
export function createWorkspace(): Workspace {
  const root = mkdtempSync(join(tmpdir(), 'lemma-workspace-'))
  for (const name of readdirSync('.'))
    if (!left.has(name)) cpSync(name, join(root, name), { recursive: true, preserveTimestamps: true })
  const linked = spawnSync('cp', ['-al', 'node_modules', root])
  if (linked.status !== 0) cpSync('node_modules', join(root, 'node_modules'), { recursive: true })
  const environment = () =>
    ({ ...process.env, NODE_ENV: undefined, NO_COLOR: '1' }) as unknown as NodeJS.ProcessEnv
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
      const port = await freePort()
      // A group of its own, so that the servers which npm starts end with it.
      const child = spawn('npm', ['run', script], {
        cwd: root,
        env: { ...environment(), PORT: String(port), ...extra },
        detached: true,
      })
      let output = ''
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
      const url = `http://localhost:${port}`
      await answers(url, child, () => output)
      return { url, output: () => output, stop: () => stop(child) }
    },
    remove() {
      rmSync(root, { recursive: true, force: true })
    },
  }
}

async function answers(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const deadline = Date.now() + 220_000
  while (Date.now() < deadline) {
    if (child.exitCode !== null) break
    const response = await fetch(`${url}/robots.txt`).catch(() => undefined)
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await stop(child)
  throw new Error(`${url} does not answer:\n${output()}`)
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('close', () => resolve())
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    else if (child.pid) process.kill(-child.pid, 'SIGTERM')
  })
}

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
