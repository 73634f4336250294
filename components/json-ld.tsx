import { handOver } from '@/lib/fragment/hand-over'
import type { Described as Description } from '@/lib/metadata/json-ld'
import { printJsonLd } from '@/lib/metadata/print-json-ld'
import { hash } from '@/lib/store/store'
import { Described } from './described'

/** What a page shows, for search engines, past React's payload. */
export function JsonLd({ described }: { described: readonly Description[] }) {
  const text = printJsonLd(described)
  const id = `described.${hash(text)}`
  handOver(id, text)
  return <Described id={id} />
}
