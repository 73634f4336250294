/** Where a title may be broken: pieces that stay whole, each with the space that follows it in a line. */
interface Piece {
  text: string
  /** A space stands after it where no line ends there. */
  spaced: boolean
  /** A line likes to end here: a clause does. */
  pause: boolean
}

/** Marks that begin no line, and marks that end none (GB/T 15834, JIS X 4051). */
const never = {
  first: /^[\p{Pe}\p{Pf}、。，．：；！？…—～·・〜々ー%％‰°℃,.:;!?'’”/／-]/u,
  last: /[\p{Ps}\p{Pi}‘“$＄￥¥#＃/]$/u,
}
const pause = /[、。，：；！？…—,:;!?]$/u
const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef—…“”‘’]/u

/**
 * Break a title into lines of equal lengths, as few as hold it: between words in Chinese too, at the end of a clause
 * where that costs little, never before a mark that closes or after one that opens.
 *
 * @param measure width of a text in one line
 * @returns nothing where a word is wider than a line or more lines would be needed
 */
export function wrap(
  text: string,
  lang: string,
  { measure, width, lines: most }: { measure: (text: string) => number; width: number; lines: number },
): string[] | undefined {
  const pieces = cut(text, lang)
  const space = measure(' ')
  const widths = pieces.map((piece) => measure(piece.text))
  const lengthOf = (from: number, to: number) => {
    let sum = 0
    for (let i = from; i < to; i++) sum += (widths[i] ?? 0) + (pieces[i]?.spaced && i < to - 1 ? space : 0)
    return sum
  }
  for (let count = 1; count <= most; count++) {
    const ends = best(pieces, lengthOf, count, width)
    if (ends)
      return ends.map((end, line) =>
        pieces
          .slice(line === 0 ? 0 : ends[line - 1], end)
          .map(({ text, spaced }) => (spaced ? `${text} ` : text))
          .join('')
          .trim(),
      )
  }
  return undefined
}

/** Ends of so many lines, none too long and together as even as can be. */
function best(
  pieces: readonly Piece[],
  lengthOf: (from: number, to: number) => number,
  count: number,
  width: number,
): number[] | undefined {
  const even = lengthOf(0, pieces.length) / count
  interface Way {
    cost: number
    ends: number[]
  }
  let ways = new Map<number, Way>([[0, { cost: 0, ends: [] }]])
  for (let line = 0; line < count; line++) {
    const next = new Map<number, Way>()
    for (const [from, { cost, ends }] of ways) {
      for (let to = from + 1; to <= pieces.length; to++) {
        const length = lengthOf(from, to)
        if (length > width) break
        const unevenness = ((length - even) / width) ** 2
        const inClause = to < pieces.length && !pieces[to - 1]?.pause ? 0.06 : 0
        const total = cost + unevenness + inClause
        const known = next.get(to)
        if (!known || total < known.cost) next.set(to, { cost: total, ends: [...ends, to] })
      }
    }
    ways = next
  }
  return ways.get(pieces.length)?.ends
}

function cut(text: string, lang: string): Piece[] {
  const pieces: Piece[] = []
  for (const { segment } of new Intl.Segmenter(lang, { granularity: 'word' }).segment(text.trim())) {
    const last = pieces.at(-1)
    if (/^\s+$/.test(segment)) {
      if (last) last.spaced = true
    } else if (last && !mayBreak(last, segment)) {
      last.text += segment
      last.pause = pause.test(segment)
    } else pieces.push({ text: segment, spaced: false, pause: pause.test(segment) })
  }
  return pieces
}

function mayBreak({ text, spaced }: Piece, next: string): boolean {
  if (never.first.test(next) || never.last.test(text)) return false
  return spaced || han.test(text.slice(-1)) || han.test(next)
}
