// The thread of `draw-aside.ts`. What it draws with is read before it is asked for.
import { parentPort } from 'node:worker_threads'
import { drawCard } from '../card/draw-card'
import { drawFormulaImage, measureFormulaImages } from '../feed/formula-images'
import type { Answer, Order } from './order'

/** What is drawn aside, by name. */
const drawings = { card: drawCard, formula: drawFormulaImage, measures: measureFormulaImages }

export type Drawings = typeof drawings

parentPort?.on('message', async ({ id, name, subject }: Order) => {
  const draw = drawings[name] as (subject: unknown) => Promise<unknown>
  const answer: Answer = await draw(subject).then(
    (drawn) => ({ id, drawn }),
    (error: unknown) => ({ id, error }),
  )
  parentPort?.postMessage(answer)
})

// Most cards have a formula. Where MathJax cannot be read, the drawing that needs it says so.
import('../markdown/mathjax').catch(() => {})
