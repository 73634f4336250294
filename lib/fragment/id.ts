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

interface FragmentName {
  /** What it is a piece of, as its address has it. */
  whole: string
  piece: string
}

export function joinFragmentId({ whole, piece }: FragmentName): string {
  return `${whole}.${piece}`
}

export function splitFragmentId(id: string): FragmentName {
  const dot = id.lastIndexOf('.')
  return { whole: id.slice(0, dot), piece: id.slice(dot + 1) }
}

/**
 * Read the name of what fragments are pieces of, `<32 hex digits>.page`.
 * @throws where it is no such name: it may come from an address
 */
export function parseWhole(whole: string): Pick<FragmentId, 'key' | 'part'> {
  const [, key, part] = /^([0-9a-f]{32})\.(page|teaser)$/.exec(whole) ?? []
  if (!key || !part) throw new Error(`Not an article's text: ${whole.slice(0, 60)}`)
  return { key, part: part as PagePart }
}
