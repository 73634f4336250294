import 'server-only'
import { Worker } from 'node:worker_threads'
import { readPainter } from '../card/painter'
import type { Answer, Order } from './order'
import type { Drawings } from './thread'

/** Milliseconds that the thread waits for another order. */
const patience = 20_000

/** The thread, while there is one, and who waits for it. */
let current: { thread: Worker; waiting: Map<number, Waiting>; end?: NodeJS.Timeout } | undefined
let ordered = 0
let painter: Promise<WebAssembly.Module> | undefined

interface Waiting {
  resolve: (drawn: unknown) => void
  reject: (error: unknown) => void
}

type Drawn<Name extends keyof Drawings> = Awaited<ReturnType<Drawings[Name]>>

/**
 * Draw in a thread that ends when nothing more is asked for: fonts, MathJax and the painter take 100 MB, which the
 * server has better use for, and readers of pages do not wait for those of pictures.
 */
export async function drawAside<Name extends keyof Drawings>(
  name: Name,
  subject: Parameters<Drawings[Name]>[0],
): Promise<Drawn<Name>> {
  painter ??= readPainter()
  const given = await painter
  current ??= start(given)
  const { thread, waiting, end } = current
  clearTimeout(end)
  const id = ordered++
  return new Promise<Drawn<Name>>((resolve, reject) => {
    waiting.set(id, { resolve: resolve as (drawn: unknown) => void, reject })
    const order: Order = { id, name, subject }
    thread.postMessage(order)
  })
}

function start(painter: WebAssembly.Module): NonNullable<typeof current> {
  const thread = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: { painter },
    // Drawing makes much garbage: it is to be collected rather than kept.
    resourceLimits: { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 256 },
  })
  const state: NonNullable<typeof current> = { thread, waiting: new Map() }
  const { waiting } = state
  thread.on('message', (answer: Answer) => {
    const order = waiting.get(answer.id)
    waiting.delete(answer.id)
    if ('error' in answer) order?.reject(answer.error)
    else order?.resolve(answer.drawn)
    if (waiting.size === 0) state.end = setTimeout(() => stop(), patience).unref()
  })
  thread.on('error', (error) => {
    stop()
    for (const { reject } of waiting.values()) reject(error)
  })
  // No picture keeps a server from ending.
  thread.unref()
  return state

  function stop() {
    if (current === state) current = undefined
    void thread.terminate()
  }
}
