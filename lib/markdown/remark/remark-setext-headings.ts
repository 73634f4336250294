import { setextUnderline } from 'micromark-core-commonmark'
import type { Construct, Extension, Resolver } from 'micromark-util-types'
import type { Processor } from 'unified'

/**
 * Resolve headings with underlines in time proportional to their number. micromark 4 copies all events of the document for each:
 * 23 kB of such headings took 2.3 s of CPU time instead of 0.9.
 */
export function remarkSetextHeadings(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: Extension[] }
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), extension]
}

/** Resolve a heading among the events of its own text, which are the last ones. */
const resolveTo: Resolver = (events, context) => {
  const start = events.findLastIndex(([kind, token]) => kind === 'enter' && token.type === 'content')
  const heading = events.splice(start)
  events.push(...(setextUnderline.resolveTo?.(heading, context) ?? heading))
  return events
}

const construct: Construct = { ...setextUnderline, name: 'setextHeading', resolveTo }

const extension: Extension = {
  disable: { null: ['setextUnderline'] },
  flow: { 45: construct, 61: construct },
}
