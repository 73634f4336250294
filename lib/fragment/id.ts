import type { PagePart } from '../markdown/body'

export interface FragmentId {
  /** Key of a compiled body. */
  key: string
  part: PagePart
  /** Number of a static piece, or the table of contents. */
  piece: number | 'contents'
}

export function formatFragmentId({ key, part, piece }: FragmentId): string {
  return `${key}.${part}.${piece}`
}

/**
 * Read a fragment's name, `<32 hex digits>.page.0`.
 * @throws where it is no such name: it may come from an address
 */
export function parseFragmentId(id: string): FragmentId {
  const match = /^([0-9a-f]{32})\.(page|teaser)\.(\d{1,5}|contents)$/.exec(id)
  const [, key, part, piece] = match ?? []
  if (!key || !part || !piece) throw new Error(`Not a fragment: ${id.slice(0, 60)}`)
  return { key, part: part as FragmentId['part'], piece: piece === 'contents' ? piece : Number(piece) }
}
