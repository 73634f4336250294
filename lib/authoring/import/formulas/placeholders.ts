/** Marks around the index of a formula, and of a piece of code. They are private characters that no text contains. */
const marks = { formula: ['\u{F0000}', '\u{F0001}'], code: ['\u{F0002}', '\u{F0003}'] } as const

const placeholder = /(\u{F0000}|\u{F0002})(\d+)[\u{F0001}\u{F0003}]/gu

/** A piece of a text with placeholders. */
export type Piece = { kind: 'text'; text: string } | { kind: 'formula' | 'code'; index: number }

/** A text that stands for a formula, or for a piece of code, while the text around it is converted. */
export function writePlaceholder(kind: keyof typeof marks, index: number): string {
  const [start, end] = marks[kind]
  return `${start}${index}${end}`
}

/** Remove characters that could be taken for placeholders. */
export function withoutMarks(text: string): string {
  return text.replace(/[\u{F0000}-\u{F0003}]/gu, '')
}

/** Split a text at its placeholders. */
export function splitPlaceholders(text: string): Piece[] {
  const pieces: Piece[] = []
  let done = 0
  for (const { 0: found, 1: mark, 2: index, index: start } of text.matchAll(placeholder)) {
    if (start > done) pieces.push({ kind: 'text', text: text.slice(done, start) })
    pieces.push({ kind: mark === marks.formula[0] ? 'formula' : 'code', index: Number(index) })
    done = start + found.length
  }
  if (done < text.length) pieces.push({ kind: 'text', text: text.slice(done) })
  return pieces
}

/** Replace the placeholders of one kind. */
export function fillPlaceholders(text: string, kind: keyof typeof marks, values: readonly string[]): string {
  return splitPlaceholders(text)
    .map((piece) =>
      piece.kind === 'text'
        ? piece.text
        : piece.kind === kind
          ? (values[piece.index] ?? '')
          : writePlaceholder(piece.kind, piece.index),
    )
    .join('')
}
