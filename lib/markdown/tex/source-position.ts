import type { Element } from 'hast'
import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { location } from 'vfile-location'

/**
 * The point in the file of an offset in a formula's TeX. If the file does not contain the TeX in one piece (each line of
 * a quote starts with `>`), the start of the formula.
 */
export function positionInFormula(
  file: VFile,
  element: Element,
  tex: string,
  offset: number | undefined,
): Point | undefined {
  const start = element.position?.start
  if (start?.offset === undefined || offset === undefined) return start
  const source = String(file)
  const texStart = source.indexOf(tex, start.offset)
  const end = element.position?.end.offset ?? source.length
  if (texStart < 0 || texStart >= end) return start
  return pointAt(file, texStart + offset) ?? start
}

/** Line indexes of the files that are being compiled; each entry is freed with its file. */
const locationCache = new WeakMap<VFile, ReturnType<typeof location>>()

/** Line and column of an offset in the file. */
export function pointAt(file: VFile, offset: number): Point | undefined {
  let index = locationCache.get(file)
  if (!index) {
    index = location(file)
    locationCache.set(file, index)
  }
  return index.toPoint(offset)
}
