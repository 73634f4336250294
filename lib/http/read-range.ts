import parseRange from 'range-parser'

/** The part of a body that a client asks for: the first and the last byte, or `unsatisfiable`. */
export type ByteRange = { start: number; end: number } | 'unsatisfiable'

/**
 * Read a `Range` header (RFC 9110, 14.2).
 *
 * @param header of the request
 * @param size of the body in bytes
 * @returns undefined if the whole body is to be sent: without the header, if it is malformed, or for several ranges
 */
export function readRange(header: string | null, size: number): ByteRange | undefined {
  if (header === null) return undefined
  const ranges = parseRange(size, header)
  if (ranges === -1) return 'unsatisfiable'
  if (ranges === -2 || ranges.type !== 'bytes' || ranges.length !== 1) return undefined
  const [range] = ranges
  return range && { start: range.start, end: range.end }
}
