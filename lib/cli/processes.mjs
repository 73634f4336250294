// Child processes of a command, which stop with the command. JavaScript, because it runs before packages are installed.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { createInterface } from 'node:readline'
import { adoptLine, isJson } from '../site/log/format.mjs'
import { translate } from '../site/messages/translate.mjs'
import { fail, sayWithTime } from './messages.mjs'

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** Milliseconds after which children that do not stop are killed; the server takes up to 10 s (`lib/runtime/server/shutdown.ts`). */
const stopTimeout = 12_000

/** Milliseconds before each restart of a process that keeps exiting. The last one repeats. */
const restartPauses = [0, 250, 500, 1000, 2000, 5000, 10_000]

/** Milliseconds after which a process counts as running, and its next restart is immediate again. */
const stableAfter = 60_000

/** Children that are running. A process has one set of signals, hence one set of children. @type {Set<ChildProcess>} */
const children = new Set()
let isStopping = false

/** Stop the children when this process receives a signal to stop, or when npm ends. Called once in a process. */
export function stopChildrenWithProcess() {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => stopBySignal(signal))
  whenNpmExits(() => stopBySignal('SIGTERM'))
  process.once('exit', () => killAll('SIGTERM'))
  // A closed terminal or pipe must not keep the children from being stopped.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
}

/**
 * Start a program that keeps running.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Record<string, string | undefined>} [env] variables to set, or to remove
 * @param {import('node:child_process').StdioOptions} [stdio]
 * @param {string} [cwd] its working directory
 * @returns {ChildProcess}
 */
export function start(command, args, env = {}, stdio = 'inherit', cwd = process.cwd()) {
  const child = spawn(command, args, {
    stdio: isJson() ? toPipes(stdio) : stdio,
    cwd,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
  })
  if (isJson()) printAsJson(child, stdio)
  children.add(child)
  child.once('exit', () => children.delete(child))
  child.once('error', (error) => fail(translate`${command} could not be started: ${error.message}`))
  return child
}

/**
 * The same, with the output through this process.
 * @param {import('node:child_process').StdioOptions} stdio
 * @returns {import('node:child_process').StdioOptions}
 */
function toPipes(stdio) {
  if (stdio === 'inherit') return /** @type {const} */ (['inherit', 'pipe', 'pipe'])
  if (!Array.isArray(stdio)) return stdio
  return stdio.map((entry, index) => (index > 0 && entry === 'inherit' ? 'pipe' : entry))
}

/**
 * Print each line of a child as a line of the log in JSON. Lines of Next, npm and Node itself become records.
 * @param {ChildProcess} child
 * @param {import('node:child_process').StdioOptions} stdio what was asked for: other streams have readers of their own
 */
function printAsJson({ stdout, stderr }, stdio) {
  const isInherited = (/** @type {number} */ index) => stdio === 'inherit' || stdio[index] === 'inherit'
  const print = (
    /** @type {import('node:stream').Readable | null} */ stream,
    /** @type {'info' | 'error'} */ level,
  ) => {
    if (!stream) return
    const write = level === 'error' ? console.error : console.log
    createInterface({ input: stream }).on('line', (line) => line.trim() && write(adoptLine(line, level)))
  }
  if (isInherited(1)) print(stdout, 'info')
  if (isInherited(2)) print(stderr, 'error')
}

/**
 * Start a Node process that stops when this process ends, even if this process was killed.
 * @param {readonly string[]} args
 * @param {Record<string, string>} env
 * @param {('inherit' | 'ignore' | 'pipe')[]} stdio of stdin, stdout and stderr
 * @param {string} [cwd] its working directory
 * @returns {ChildProcess}
 */
export function startDependent(args, env, stdio, cwd) {
  const preload = new URL('exit-with-parent.mjs', import.meta.url).href
  return start(process.execPath, ['--import', preload, ...args], env, [...stdio, 'ipc'], cwd)
}

/**
 * Run a program to its end and show its output.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Record<string, string | undefined>} [env] variables to set, or to remove
 * @param {string} [cwd] its working directory
 * @returns {Promise<number>} its exit code
 */
export function run(command, args, env = {}, cwd = process.cwd()) {
  return untilExit(start(command, args, env, 'inherit', cwd))
}

/**
 * Wait for a child to end. Never resolves when this process is stopping: an interrupted child is not a failure.
 * @param {ChildProcess} child
 * @returns {Promise<number>} its exit code
 */
export function untilExit(child) {
  return new Promise((resolve) => {
    child.once('close', (code, signal) => !isStopping && resolve(toExitCode(code, signal)))
  })
}

/**
 * Run a server until it exits. Then stop the other children and exit with the server's code.
 * @param {string} name as the log names it
 * @param {readonly string[]} args
 * @param {Record<string, string>} env
 */
export async function serve(name, args, env) {
  const [code, signal] = await once(startDependent(args, env, ['inherit', 'inherit', 'inherit']), 'close')
  if (isStopping) return
  sayWithTime(translate`${name} ${describeExit(code, signal)}; exiting.`)
  await stopChildren()
  process.exit(toExitCode(code, signal))
}

/**
 * Restart a process whenever it exits: immediately the first time, then with backoff.
 * @param {string} name as the log names it
 * @param {() => ChildProcess} startProcess
 * @param {{ pauses?: readonly number[], log?: (text: string) => void }} [options]
 */
export function keepRunning(name, startProcess, { pauses = restartPauses, log = sayWithTime } = {}) {
  let restarts = 0
  const begin = () => {
    const began = Date.now()
    startProcess().once('exit', (code, signal) => {
      if (isStopping) return
      if (Date.now() - began > stableAfter) restarts = 0
      const pause = pauses[Math.min(restarts, pauses.length - 1)] ?? 0
      restarts++
      const end = describeExit(code, signal)
      log(
        pause === 0
          ? translate`${name} ${end}; restarting now.`
          : translate`${name} ${end}; restarting in ${pause / 1000} s.`,
      )
      setTimeout(() => !isStopping && begin(), pause)
    })
  }
  begin()
}

/**
 * npm passes SIGINT and SIGTERM on, but SIGHUP and SIGKILL end it alone. The system has no event for the end of a process
 * that is not a child, so this process polls the id of its parent.
 * @param {() => void} callback
 */
function whenNpmExits(callback) {
  // Started without npm, a command may outlive its shell (`nohup`). On Windows the parent's id never changes.
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return
  const { ppid } = process
  // dash stays between npm and this process, and does not end with npm.
  const npm = parentOf(ppid)
  const timer = setInterval(() => {
    if (process.ppid === ppid && parentOf(ppid) === npm) return
    clearInterval(timer)
    callback()
  }, 250)
  timer.unref()
}

/** The parent of a process on Linux; undefined elsewhere, where shells do not stay (`proc_pid_stat(5)`). @param {number} pid */
function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name of the program is in parentheses and may contain spaces.
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return undefined
  }
}

/** @param {'SIGINT' | 'SIGTERM' | 'SIGHUP'} signal */
async function stopBySignal(signal) {
  if (isStopping) return
  await stopChildren()
  // Ends this process as the signal would have: its sender can distinguish that from a failure.
  process.removeAllListeners(signal)
  process.kill(process.pid, signal)
}

/** Resolves when no child is running. */
async function stopChildren() {
  isStopping = true
  const exits = [...children].map((child) => once(child, 'exit'))
  killAll('SIGTERM')
  const timer = setTimeout(() => killAll('SIGKILL'), stopTimeout)
  await Promise.all(exits)
  clearTimeout(timer)
}

/** @param {'SIGTERM' | 'SIGKILL'} signal */
function killAll(signal) {
  for (const child of children) {
    // Windows has no SIGTERM: a child with an IPC channel shuts down when the channel closes (`exit-with-parent.mjs`).
    if (signal === 'SIGTERM' && process.platform === 'win32' && child.connected) child.disconnect()
    else child.kill(signal)
  }
}

/** @param {number | null} code @param {NodeJS.Signals | null} signal */
function describeExit(code, signal) {
  return signal ? translate`was killed by ${signal}` : translate`exited with code ${code}`
}

/** As shells count. @param {number | null} code @param {NodeJS.Signals | null} signal */
function toExitCode(code, signal) {
  return signal ? 128 + constants.signals[signal] : (code ?? 1)
}
