import type { PagePart } from '../../../lib/markdown/print/body'

/** Identifies a static piece of an article. */
export interface FragmentName {
  /** Key of a printed body. */
  body: string
  part: PagePart
  /** Index of a static piece, or the table of contents. */
  piece: number | 'contents'
}

/** A name as the value of an attribute. */
export function fragmentId({ body, part, piece }: FragmentName): string {
  return `${body}.${part}.${piece}`
}
