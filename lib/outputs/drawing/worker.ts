// The worker of `draw-in-worker.ts`. It loads everything that it draws with when it starts, before the first request.
import { parentPort } from 'node:worker_threads'
import { drawCard } from '../card/draw-card'
import { drawFormulaImage, measureFormulaImages } from './formula-images'
import type { Drawings, DrawRequest, DrawResponse } from './messages'

const drawings: Drawings = { card: drawCard, formula: drawFormulaImage, measures: measureFormulaImages }

parentPort?.on('message', async ({ id, name, input }: DrawRequest) => {
  const draw = drawings[name] as (input: unknown) => Promise<unknown>
  const response: DrawResponse = await draw(input).then(
    (result) => ({ id, result }),
    (error: unknown) => ({ id, error }),
  )
  parentPort?.postMessage(response)
})

// Most cards contain a formula. If MathJax cannot be loaded, the drawing that needs it reports the error.
import('../../markdown/tex/drawing/mathjax').catch(() => {})
