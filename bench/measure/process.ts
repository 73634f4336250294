// Measures commands and servers: time, CPU time, memory. Reads /proc, so it works on Linux only.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { freePort } from '../../e2e/support/workspace'
import { sum } from '../report/statistics'

export interface Options {
  cwd: string
  env?: Record<string, string>
}

/** The cost of a command. */
export interface Cost {
  /** Seconds from start to end. */
  wall: number
  /** Seconds of CPU, user and system, of all its processes. */
  cpu: number
  /** Bytes: the highest sum of resident memory over all its processes, pages they share counted once. */
  memory: number
}

/** A running program. */
export interface Running {
  child: ChildProcess
  /** Everything that it has printed. */
  output(): string
  /** The first line that matches, printed before or after the call. */
  line(pattern: RegExp): Promise<string>
  /** The peak memory until now, in bytes. */
  peak(): number
  /** Stop the program and its child processes. */
  stop(): Promise<void>
}

/** A running server and its URL. */
export interface Served extends Running {
  url: string
}

interface ProcessState {
  parent: number
  /** Seconds. */
  cpu: number
}

/** Milliseconds. */
const sampleEvery = 100
/** Interval of memory samples; one takes 10 ms per gigabyte. */
const weighEvery = 1_000
const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))
const running = new Set<ChildProcess>()

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
process.once('exit', () => {
  for (const child of running) killGroup(child, 'SIGKILL')
})

/**
 * Run a command and wait until it exits.
 * @returns its cost and its output
 * @throws if it fails, with the end of its output
 */
export async function measure(
  command: string,
  args: readonly string[],
  options: Options,
): Promise<Cost & { output: string }> {
  const began = performance.now()
  const cpuBefore = readChildrenCpu()
  const program = start(command, args, options)
  const code = await ended(program)
  const wall = (performance.now() - began) / 1000
  if (code !== 0)
    throw new Error(`${command} ${args.join(' ')} exited with code ${code}:\n${lastLines(program)}`)
  // The kernel's sum lacks processes that were not waited for; the samples lack the last moments of each process.
  const cpu = Math.max(readChildrenCpu() - cpuBefore, program.sampledCpu())
  return { wall, cpu, memory: program.peak(), output: program.output() }
}

/** Start a program that serves on the port in the environment variable `PORT`. */
export async function serve(command: string, args: readonly string[], options: Options): Promise<Served> {
  const port = String(await freePort())
  const program = start(command, args, { ...options, env: { ...options.env, PORT: port } })
  return { ...program, url: `http://localhost:${port}` }
}

/**
 * Poll a server until it responds with status 200 and a body that contains a text.
 * @throws if the program exits before, or after an hour
 */
export async function firstAnswer(server: Served, path: string, text = ''): Promise<void> {
  const deadline = performance.now() + 3_600_000
  while (running.has(server.child) && performance.now() < deadline) {
    const response = await fetch(server.url + path).catch(() => undefined)
    if (response?.ok && (await response.text()).includes(text)) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error(`${server.url}${path} does not respond:\n${lastLines(server)}`)
}

/** Memory in bytes (`readShare`) of a program's processes whose command line matches, and of their child processes. */
export function readMemory(program: Running, pattern: RegExp): number {
  const processes = readProcesses()
  const isMatch = (pid: number) => pattern.test(readCommandLine(pid))
  const roots = listTree(processes, program.child.pid).filter(isMatch)
  const all = new Set(roots.flatMap((pid) => listTree(processes, pid)))
  return sum([...all].map(readShare))
}

function start(command: string, args: readonly string[], { cwd, env }: Options) {
  // In a process group of its own, so that its child processes end with it.
  const child = spawn(command, args, {
    cwd,
    env: { ...cleanEnvironment(), ...env } as unknown as NodeJS.ProcessEnv,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  const waiting = new Set<(line: string) => void>()
  for (const input of [child.stdout, child.stderr])
    createInterface({ input }).on('line', (line) => {
      lines.push(line)
      for (const wake of waiting) wake(line)
    })
  let peak = 0
  const cpuOf = new Map<number, number>()
  const sample = () => {
    const processes = readProcesses()
    for (const pid of listTree(processes, child.pid)) cpuOf.set(pid, processes.get(pid)?.cpu ?? 0)
  }
  const weigh = () => {
    peak = Math.max(peak, sum(listTree(readProcesses(), child.pid).map(readShare)))
  }
  const timers = [setInterval(sample, sampleEvery), setInterval(weigh, weighEvery)]
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const program = {
    child,
    output: () => lines.join('\n'),
    line(pattern: RegExp) {
      const printed = lines.find((line) => pattern.test(line))
      if (printed !== undefined) return Promise.resolve(printed)
      return new Promise<string>((resolve, reject) => {
        const wake = (line: string) => {
          if (!pattern.test(line)) return
          waiting.delete(wake)
          resolve(line)
        }
        waiting.add(wake)
        child.once('close', () => reject(new Error(`Exited without ${pattern}:\n${lastLines(program)}`)))
      })
    },
    peak: () => peak,
    sampledCpu: () => sum([...cpuOf.values()]),
    async stop() {
      killGroup(child, 'SIGTERM')
      const impatience = setTimeout(() => killGroup(child, 'SIGKILL'), 10_000)
      await closed
      clearTimeout(impatience)
    },
  }
  running.add(child)
  child.once('close', () => {
    for (const timer of timers) clearInterval(timer)
    running.delete(child)
  })
  return program
}

function ended({ child }: Running): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
}

function lastLines(program: Running): string {
  return program.output().split('\n').slice(-30).join('\n')
}

/** Remove npm's environment variables, which would affect the commands. Their messages are read in English. */
function cleanEnvironment(): Record<string, string | undefined> {
  const variables = Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD$|NODE_ENV$)/.test(name))
  return { ...Object.fromEntries(variables), NO_COLOR: '1', LEMMA_LANG: 'en', NEXT_TELEMETRY_DISABLED: '1' }
}

function killGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid) process.kill(-pid, signal)
  } catch {
    // The process has already exited.
  }
}

function readProcesses(): Map<number, ProcessState> {
  const processes = new Map<number, ProcessState>()
  for (const name of readdirSync('/proc')) {
    const fields = /^\d+$/.test(name) ? readStat(name) : undefined
    if (!fields) continue
    const [parent, user, system] = [1, 11, 12].map((index) => Number(fields[index]))
    processes.set(Number(name), {
      parent: parent ?? 0,
      cpu: ((user ?? 0) + (system ?? 0)) / ticksPerSecond,
    })
  }
  return processes
}

/** CPU seconds of all child processes that have exited, including their descendants. */
function readChildrenCpu(): number {
  const fields = readStat('self') ?? []
  return (Number(fields[13]) + Number(fields[14])) / ticksPerSecond
}

/** The fields of proc_pid_stat(5) from the third on. The second, a name, can contain any character. */
function readStat(pid: string): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}

/** Proportional resident memory of a process in bytes: memory that n processes share counts as one nth. */
function readShare(pid: number): number {
  try {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1')
    return 1024 * Number(/^Pss: +(\d+) kB$/m.exec(text)?.[1] ?? 0)
  } catch {
    // The process has exited.
    return 0
  }
}

function readCommandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

function listTree(processes: ReadonlyMap<number, ProcessState>, root: number | undefined): number[] {
  if (root === undefined || !processes.has(root)) return []
  const tree = [root]
  for (const pid of tree) for (const [child, { parent }] of processes) if (parent === pid) tree.push(child)
  return tree
}
