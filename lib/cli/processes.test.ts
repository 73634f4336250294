import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const module = JSON.stringify(new URL('processes.mjs', import.meta.url).href)

/** Run a script beside the module; its output as lines, and how it ended. */
async function runScript(script: string) {
  const args = ['--input-type=module', '--eval', `import * as processes from ${module}\n${script}`]
  const { stdout, stderr, code, signal } = await promisify(execFile)(process.execPath, args).then(
    (result) => ({ ...result, code: 0, signal: null }),
    (error) =>
      error as { stdout: string; stderr: string; code: number | null; signal: NodeJS.Signals | null },
  )
  return { lines: stdout.trimEnd().split('\n'), stderr, code, signal }
}

test('a process that keeps exiting is restarted, at first at once, and leaves no listeners behind', async () => {
  const { lines, stderr } = await runScript(`
    processes.stopChildrenWithProcess()
    let starts = 0
    processes.keepRunning('The child', () => {
      if (++starts > 15) {
        console.log(...['exit', 'SIGINT', 'SIGTERM', 'SIGHUP'].map((event) => process.listenerCount(event)))
        process.exit()
      }
      return processes.start(process.execPath, ['--eval', 'process.exit(3)'])
    }, { pauses: [0, 20] })
  `)
  expect(stderr).toBe('')
  expect(lines).toHaveLength(16)
  expect(lines[0]).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z info The child exited with code 3; restarting now\.$/)
  expect(lines[1]).toContain('info The child exited with code 3; restarting in 0.02 s.')
  expect(lines.at(-1)).toBe('1 1 1 1')
})

test.each([
  ['process.exit(7)', 'exited with code 7', 7],
  ['process.kill(process.pid, "SIGKILL")', 'was killed by SIGKILL', 137],
])('logs how a server ended, and exits with its code: %s', async (end, log, expected) => {
  const { lines, code } = await runScript(`
    processes.stopChildrenWithProcess()
    processes.start(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'])
    await processes.serve('The server', ['--eval', ${JSON.stringify(end)}], {})
  `)
  expect(lines).toEqual([expect.stringContaining(`info The server ${log}; exiting.`)])
  expect(code).toBe(expected)
})

test('on Windows a server shuts down when its channel closes, because there are no signals', async () => {
  const pretend = `data:text/javascript,Object.defineProperty(process, 'platform', { value: 'win32' })`
  const server = `
    process.on('SIGTERM', () => { console.log('closing', process.connected); process.exit(0) })
    process.send('ready')
  `
  const { lines } = await runScript(`
    processes.stopChildrenWithProcess()
    Object.defineProperty(process, 'platform', { value: 'win32' })
    const args = ['--import', ${JSON.stringify(pretend)}, '--eval', ${JSON.stringify(server)}]
    const child = processes.startDependent(args, {}, ['ignore', 'inherit', 'inherit'])
    child.once('exit', (code, signal) => console.log(code, signal))
    child.once('message', () => process.kill(process.pid, 'SIGTERM'))
  `)
  expect(lines).toEqual(['closing false', '0 null'])
})

test('an interrupted command is terminated by the signal, and reports no failure of its child process', async () => {
  const { lines, signal } = await runScript(`
    processes.stopChildrenWithProcess()
    setTimeout(() => process.kill(process.pid, 'SIGTERM'), 200)
    await processes.run(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'])
    console.log('failed')
  `)
  expect(lines).toEqual([''])
  expect(signal).toBe('SIGTERM')
})
