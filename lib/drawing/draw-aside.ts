import 'server-only'
import { Worker } from 'node:worker_threads'
import { readPainter } from '../card/painter'
import type { Answer, Order } from './order'
import type { Drawings } from './thread'

/** Milliseconds that a thread which has drawn waits for another order. */
const patience = 20_000

/** The thread, once there is one, and who waits for it. */
let current: Drawer | undefined
let ordered = 0
let painter: Promise<WebAssembly.Module> | undefined

interface Drawer {
  thread: Worker
  waiting: Map<number, Waiting>
  end?: NodeJS.Timeout
}

interface Waiting {
  resolve: (drawn: unknown) => void
  reject: (error: unknown) => void
}

type Drawn<Name extends keyof Drawings> = Awaited<ReturnType<Drawings[Name]>>

/**
 * Draw in a thread: readers of pages do not wait for those of pictures. One that has drawn holds fonts, pictures and
 * garbage, for which the server has better use: when nothing more is asked for, another takes its place, which has read its
 * code and nothing else. So who comes next waits for the drawing alone.
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

function start(painter: WebAssembly.Module): Drawer {
  const thread = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: { painter },
    // Drawing makes much garbage: it is to be collected rather than kept.
    resourceLimits: { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 256 },
  })
  const waiting: Drawer['waiting'] = new Map()
  const drawer: Drawer = { thread, waiting }
  thread.on('message', (answer: Answer) => {
    const order = waiting.get(answer.id)
    waiting.delete(answer.id)
    if ('error' in answer) order?.reject(answer.error)
    else order?.resolve(answer.drawn)
    if (waiting.size > 0) return
    drawer.end = setTimeout(() => {
      void thread.terminate()
      current = start(painter)
    }, patience).unref()
  })
  thread.on('error', (error) => {
    // It has ended; the next order starts another.
    clearTimeout(drawer.end)
    current = undefined
    for (const { reject } of waiting.values()) reject(error)
  })
  // No picture keeps a server from ending.
  thread.unref()
  return drawer
}
