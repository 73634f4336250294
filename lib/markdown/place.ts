import type { Element } from 'hast'
import type { VFile } from 'vfile'
import { location } from 'vfile-location'

/**
 * The place in the file of an offset in a formula's TeX. Where the TeX does not stand in the file as one piece
 * (in a quote each line starts with `>`), the place of the formula.
 */
export function placeInFormula(
  file: VFile,
  element: Element,
  tex: string,
  offset: number | undefined,
): { line: number; column: number } | undefined {
  const start = element.position?.start
  if (start?.offset === undefined || offset === undefined) return start
  const source = String(file)
  const texStart = source.indexOf(tex, start.offset)
  const end = element.position?.end.offset ?? source.length
  if (texStart < 0 || texStart >= end) return start
  return pointAt(file, texStart + offset) ?? start
}

const locations = new WeakMap<VFile, ReturnType<typeof location>>()

/** Line and column of an offset in the file. Its lines are found once. */
export function pointAt(file: VFile, offset: number): { line: number; column: number } | undefined {
  const known = locations.get(file) ?? location(file)
  locations.set(file, known)
  return known.toPoint(offset)
}
