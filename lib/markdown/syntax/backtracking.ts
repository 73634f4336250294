import type { ParseContext, Point } from 'micromark-util-types'
import { translate } from '../../site/messages/translate.mjs'
import { unclosedLength } from '../problems/limits'
import { problemMessage } from '../problems/problem'

/**
 * Counts the characters that were read in search of an end that does not exist: the parser reads them again.
 * @throws a problem at the current point if one file has too many
 */
export type CountBacktracking = (parser: ParseContext, characters: number, now: () => Point) => void

export function createBacktrackingCounter(): CountBacktracking {
  const counts = new WeakMap<ParseContext, number>()
  return (parser, characters, now) => {
    const count = (counts.get(parser) ?? 0) + characters
    counts.set(parser, count)
    if (count <= unclosedLength) return
    const { line, column } = now()
    throw problemMessage(
      { line, column },
      {
        rule: 'limit',
        message: translate`Found too many formulas before this position that never end.`,
        hint: translate`Close each $, $$ and \\begin{…}; write \\$ for a dollar sign.`,
      },
    )
  }
}
