import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { createWorkspace, type Served, type Workspace } from '../support/workspace'

// The processes that `npm start` and `npm run dev` start also stop, whichever of them exits first.
test.describe.configure({ mode: 'serial', timeout: 120_000 })
test.skip(process.platform === 'win32', 'Windows has no signals')

let workspace: Workspace
let server: Served | undefined

test.beforeAll(() => {
  workspace = createWorkspace({ isBuilt: true, compiles: true })
})
test.afterEach(() => server?.stop())
test.afterAll(() => workspace.remove())

interface Process {
  pid: number
  ppid: number
  args: string
}

function listProcesses(): Process[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' }).split('\n')
  return lines.flatMap((line) => {
    const [, pid, ppid, state, args = ''] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? []
    return !state || state.startsWith('Z') ? [] : { pid: Number(pid), ppid: Number(ppid), args }
  })
}

/** All descendants of a process. */
function descendants(pid: number, all = listProcesses()): Process[] {
  const own = all.filter(({ ppid }) => ppid === pid)
  return own.flatMap((child) => [child, ...descendants(child.pid, all)])
}

function find(processes: Process[], part: string): Process {
  const found = processes.find(({ args }) => args.includes(part))
  if (!found) throw new Error(`No process of ${part}:\n${processes.map(({ args }) => args).join('\n')}`)
  return found
}

/** Expect that none of the processes runs, and that the port is free. */
async function expectStopped(processes: readonly Process[], { url }: Served): Promise<void> {
  const pids = new Set(processes.map(({ pid }) => pid))
  const began = Date.now()
  await expect
    .poll(() => listProcesses().filter(({ pid }) => pids.has(pid)), { intervals: [20], timeout: 15_000 })
    .toEqual([])
  await expect(fetch(url)).rejects.toThrow('fetch failed')
  report('stopped', Date.now() - began)
}

/** Report a duration instead of asserting it: a busy machine must not fail a test. */
function report(type: string, time: number): void {
  test.info().annotations.push({ type, description: `${time} ms` })
}

const names = {
  server: 'programs/server.mjs',
  publisher: 'programs/publisher.mjs',
  command: 'lib/cli/',
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL'] as const)
  test(`${signal} to npm start stops the server and the publisher`, async () => {
    server = await workspace.serve('start')
    const processes = descendants(server.pid)
    find(processes, names.server)
    find(processes, names.publisher)
    // A terminal sends Ctrl-C to the whole group. A shell that waits for a program does not pass SIGINT on.
    process.kill(signal === 'SIGINT' ? -server.pid : server.pid, signal)
    await expectStopped(processes, server)
  })

test('the server and the publisher stop when the command that started them is killed', async () => {
  server = await workspace.serve('start')
  const processes = descendants(server.pid)
  process.kill(find(processes, names.command).pid, 'SIGKILL')
  await expectStopped(processes, server)
})

test('npm start logs how the server ended, stops the publisher and exits with the code', async () => {
  // npm prints the name of the script otherwise.
  server = await workspace.serve('start', { LOG_FORMAT: 'json', npm_config_loglevel: 'silent' })
  await expect.poll(server.output).toMatch(/Published \d+ posts\./)
  const processes = descendants(server.pid)
  process.kill(find(processes, names.server).pid, 'SIGKILL')
  expect(await server.exit).toEqual({ code: 128 + 9, signal: null })
  // Every line of the command, the server and the publisher is a record.
  const records = server
    .output()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  for (const record of records)
    expect(record).toEqual(expect.objectContaining({ time: expect.any(String), level: expect.any(String) }))
  const messages = records.map(({ message }) => message)
  expect(messages).toEqual(expect.arrayContaining([expect.stringMatching(/^Serving on /)]))
  expect(messages.at(-1)).toBe('The server was killed by SIGKILL; exiting.')
  await expectStopped(processes, server)
})

test('an edit made while the publisher is down is live after its restart', async () => {
  const post = join(workspace.root, 'content/posts/basel-problem.mdx')
  const text = readFileSync(post, 'utf8')
  server = await workspace.serve('start')
  await expect.poll(server.output).toMatch(/Published \d+ posts\./)
  for (const edit of ['第一次修改', '第二次修改', '第三次修改']) {
    process.kill(find(descendants(server.pid), names.publisher).pid, 'SIGKILL')
    writeFileSync(post, `${text}\n${edit}\n`)
    const began = Date.now()
    await expect
      .poll(async () => (await fetch(`${server?.url}/posts/basel-problem`)).text(), {
        intervals: [20],
        timeout: 30_000,
      })
      .toContain(edit)
    report(edit, Date.now() - began)
  }
  expect(server.output()).toContain('info The publisher was killed by SIGKILL; restarting now.')
  expect(server.output()).toContain('info The publisher was killed by SIGKILL; restarting in 0.25 s.')
  writeFileSync(post, text)
})

test('SIGTERM to npm run dev stops Next and the publisher', async () => {
  server = await workspace.serve('dev')
  const processes = descendants(server.pid)
  process.kill(server.pid, 'SIGTERM')
  await expectStopped(processes, server)
})

test('Next and the publisher stop when npm run dev is killed', async () => {
  server = await workspace.serve('dev')
  const processes = descendants(server.pid)
  process.kill(find(processes, names.command).pid, 'SIGKILL')
  await expectStopped(processes, server)
})
