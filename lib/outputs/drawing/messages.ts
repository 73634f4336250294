import type { drawCard } from '../card/draw-card'
import type { drawFormulaImage, measureFormulaImages } from './formula-images'

/** The functions that the drawing worker runs, by name. */
export interface Drawings {
  card: typeof drawCard
  formula: typeof drawFormulaImage
  measures: typeof measureFormulaImages
}

/** A message to the drawing worker. */
export interface DrawRequest {
  id: number
  name: keyof Drawings
  input: unknown
}

/** A message from the drawing worker. */
export type DrawResponse = { id: number; result: unknown } | { id: number; error: unknown }
