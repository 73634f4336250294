import { spacelessLetters } from '../../markdown/text/scripts'

/** A piece of a title that is not broken. */
interface Piece {
  text: string
  /** A space follows it, unless a line ends there. */
  spaced: boolean
  /** A clause ends here, so a line preferably ends here too. */
  pause: boolean
}

/** Punctuation that must not begin a line, and punctuation that must not end one (GB/T 15834, JIS X 4051). */
const never = {
  first:
    /^[\p{Pe}\p{Pf}、。，．：；！？…—～·・〜々ー%％‰°℃,.:;!?'’”/／ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ-]/u,
  last: /[\p{Ps}\p{Pi}‘“$＄￥¥#＃/]$/u,
}
const pause = /[、。，：；！？…—,:;!?]$/u
const han = new RegExp(`[${spacelessLetters}\\u3000-\\u303f・\\uff00-\\uffef—…“”‘’]`, 'u')

/**
 * Break a title into as few lines as possible, of similar length. Lines break between words, in Chinese too, preferably at
 * the end of a clause; never before closing or after opening punctuation.
 *
 * @param measure width of a text in one line
 * @returns undefined if a word is wider than a line or if more lines are needed
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
    const ends = findBestEnds(pieces, lengthOf, count, width)
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

/** The ends of `count` lines, chosen so that none is too long and their lengths differ as little as possible. */
function findBestEnds(
  pieces: readonly Piece[],
  lengthOf: (from: number, to: number) => number,
  count: number,
  width: number,
): number[] | undefined {
  const even = lengthOf(0, pieces.length) / count
  interface Solution {
    cost: number
    ends: number[]
  }
  let solutions = new Map<number, Solution>([[0, { cost: 0, ends: [] }]])
  for (let line = 0; line < count; line++) {
    const next = new Map<number, Solution>()
    for (const [from, { cost, ends }] of solutions) {
      for (let to = from + 1; to <= pieces.length; to++) {
        const length = lengthOf(from, to)
        if (length > width) break
        const unevenness = ((length - even) / width) ** 2
        const inClause = to < pieces.length && !pieces[to - 1]?.pause ? 0.06 : 0
        const total = cost + unevenness + inClause
        const best = next.get(to)
        if (!best || total < best.cost) next.set(to, { cost: total, ends: [...ends, to] })
      }
    }
    solutions = next
  }
  return solutions.get(pieces.length)?.ends
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

/** Japanese particles and endings stay with the word before them, up to this length of both. */
const longestPhrase = 12

function mayBreak({ text, spaced }: Piece, next: string): boolean {
  if (never.first.test(next) || never.last.test(text)) return false
  if (/^\p{Script=Hiragana}/u.test(next) && text.length + next.length <= longestPhrase) return spaced
  return spaced || han.test(text.slice(-1)) || han.test(next)
}
