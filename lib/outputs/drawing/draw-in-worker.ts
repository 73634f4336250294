import 'server-only'
import { Worker } from 'node:worker_threads'
import { compileResvg } from '../card/resvg-module'
import type { Drawings, DrawRequest, DrawResponse } from './messages'

/** Milliseconds without a request after which a worker that has drawn is replaced. */
const idleTimeout = 20_000

/** The running worker, if there is one. */
let current: DrawingWorker | undefined
let lastId = 0
let resvgModule: Promise<WebAssembly.Module> | undefined

interface DrawingWorker {
  worker: Worker
  pending: Map<number, PendingRequest>
  idleTimer?: NodeJS.Timeout
}

interface PendingRequest {
  resolve: (result: unknown) => void
  reject: (error: unknown) => void
}

type Result<Name extends keyof Drawings> = Awaited<ReturnType<Drawings[Name]>>

/**
 * Draw in a worker thread, so that requests for pages do not wait for drawings. A worker that has drawn holds fonts, images
 * and garbage in memory. After `idleTimeout` it is replaced by a new worker that has loaded only its code, so the next
 * request waits only for the drawing.
 */
export async function drawInWorker<Name extends keyof Drawings>(
  name: Name,
  input: Parameters<Drawings[Name]>[0],
): Promise<Result<Name>> {
  resvgModule ??= compileResvg()
  const compiled = await resvgModule
  current ??= start(compiled)
  const { worker, pending, idleTimer } = current
  clearTimeout(idleTimer)
  const id = ++lastId
  return new Promise<Result<Name>>((resolve, reject) => {
    pending.set(id, { resolve: resolve as (result: unknown) => void, reject })
    const request: DrawRequest = { id, name, input }
    worker.postMessage(request)
  })
}

function start(resvgModule: WebAssembly.Module): DrawingWorker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { resvgModule },
    // Drawing creates much garbage: small limits make V8 collect it early.
    resourceLimits: { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 256 },
  })
  const pending: DrawingWorker['pending'] = new Map()
  const drawing: DrawingWorker = { worker, pending }
  worker.on('message', (response: DrawResponse) => {
    const request = pending.get(response.id)
    pending.delete(response.id)
    if ('error' in response) request?.reject(response.error)
    else request?.resolve(response.result)
    if (pending.size > 0) return
    drawing.idleTimer = setTimeout(() => {
      void worker.terminate()
      current = start(resvgModule)
    }, idleTimeout).unref()
  })
  worker.on('error', (error) => {
    // The worker has exited; the next request starts another one.
    clearTimeout(drawing.idleTimer)
    current = undefined
    for (const { reject } of pending.values()) reject(error)
  })
  // A worker must not keep the server from exiting.
  worker.unref()
  return drawing
}
