import type { Point, Position } from 'unist'

/** Finds positions in a file of a value whose lines lack the markers of quotes and lists. */
export interface SourceMap {
  /**
   * @param value of a node, in one or more lines
   * @param start of the node in the file
   * @returns a function from two offsets in the value to a position in the file
   */
  positionsIn(value: string, start: Point | undefined): (from: number, to: number) => Position
}

/** Index the lines of a file. */
export function createSourceMap(source: string): SourceMap {
  const lines = source.split('\n')
  let total = 0
  const offsets = lines.map((line) => {
    const offset = total
    total += line.length + 1
    return offset
  })
  return {
    positionsIn(value, start = { line: 1, column: 1 }) {
      const own = value.split('\n')
      const starts = own.map(() => 0)
      for (let index = 1; index < own.length; index++)
        starts[index] = (starts[index - 1] ?? 0) + (own[index - 1]?.length ?? 0) + 1
      const toPoint = (offset: number): Point => {
        const index = lastAtMost(starts, offset)
        const line = start.line + index
        const length = own[index]?.length ?? 0
        const markers = index === 0 ? start.column - 1 : Math.max(0, (lines[line - 1]?.length ?? 0) - length)
        const column = markers + offset - (starts[index] ?? 0)
        return { line, column: column + 1, offset: (offsets[line - 1] ?? 0) + column }
      }
      return (from, to) => ({ start: toPoint(from), end: toPoint(to) })
    },
  }
}

/** Index of the last number that is not greater than a bound, in ascending numbers of which the first is 0. */
function lastAtMost(numbers: readonly number[], bound: number): number {
  let low = 0
  let high = numbers.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((numbers[middle] ?? 0) <= bound) low = middle
    else high = middle - 1
  }
  return low
}
