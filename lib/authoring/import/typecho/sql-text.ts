import { translate } from '../../../site/messages/translate.mjs'
import { SourceError } from '../source-error'

/** A dump, in which every byte is one character. */
export interface DumpText {
  text: string
  /** Name of the file, for messages. */
  name: string
  /** Is a backslash an escape in strings, as MySQL writes them? In standard SQL it is not. */
  escapes: boolean
}

/** The text of a dump. @param name of the file, for messages */
export function readDump(bytes: Buffer, name: string): DumpText {
  const text = bytes.toString('latin1')
  const head = text.slice(0, 10_000)
  const isStandard = /NO_BACKSLASH_ESCAPES|standard_conforming_strings\s*=\s*on|^PRAGMA foreign_keys/m.test(
    head,
  )
  return { text, name, escapes: !isStandard }
}

/** Offsets at which statements start. */
export function* statements(dump: DumpText): Generator<number> {
  const { text } = dump
  const special = /[;'"`#]|--|\/\*/g
  const start = /\S/g
  for (let begin = 0; begin < text.length; ) {
    start.lastIndex = begin
    const first = start.exec(text)
    if (!first) return
    const comment = commentEnd(text, first.index)
    if (comment !== undefined) {
      begin = comment
      continue
    }
    yield first.index
    for (special.lastIndex = first.index; ; ) {
      const found = special.exec(text)
      if (!found) return
      if (found[0] === ';') break
      special.lastIndex = commentEnd(text, found.index) ?? quoteEnd(dump, found.index)
    }
    begin = special.lastIndex
  }
}

/** The offset after the comment that starts at an offset; undefined if none does. */
function commentEnd(text: string, start: number): number | undefined {
  const isBlock = text.startsWith('/*', start)
  if (!isBlock && !text.startsWith('--', start) && text[start] !== '#') return undefined
  const end = text.indexOf(isBlock ? '*/' : '\n', start)
  return end < 0 ? text.length : end + (isBlock ? 2 : 1)
}

/** The offset after the string or quoted name that starts at an offset. */
export function quoteEnd(dump: DumpText, start: number): number {
  const { text, escapes } = dump
  const quote = text.charCodeAt(start)
  const backslash = escapes && quote !== 0x60 ? 0x5c : -1
  for (let index = start + 1; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === backslash) index++
    else if (code === quote) {
      if (text.charCodeAt(index + 1) !== quote) return index + 1
      index++
    }
  }
  throw new SourceError(
    translate`${place(dump, start)}: found a string that does not end; expected a complete dump. Export the database again.`,
  )
}

/** File and line of an offset, for messages. */
export function place({ text, name }: DumpText, offset: number): string {
  return `${name}:${text.slice(0, offset).split('\n').length}`
}
