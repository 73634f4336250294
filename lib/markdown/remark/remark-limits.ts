import type { Code, Construct, State, TokenizeContext } from 'micromark-util-types'
import type { Processor } from 'unified'
import { translate } from '../../site/messages/translate.mjs'
import { emphasisMarks } from '../problems/limits'
import { problemMessage } from '../problems/problem'
import { codes } from '../syntax/codes'

/**
 * Stop if a paragraph contains more stars, underscores and tildes than micromark can pair in reasonable time. Use it last:
 * micromark tries the constructs of later extensions first.
 */
export function remarkLimits(this: Processor) {
  const data = this.data() as { micromarkExtensions?: unknown[] }
  const counter = createEmphasisCounter()
  const text = { [codes.star]: counter, [codes.underscore]: counter, [codes.tilde]: counter }
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { text }]
}

/** A construct that never matches and counts. Each paragraph and each cell has its own tokenizer. */
function createEmphasisCounter(): Construct {
  const counts = new WeakMap<object, number>()
  return {
    tokenize(effects, _, nok) {
      const context = this
      let first: Code
      return (code) => {
        first = code
        effects.enter('data')
        return next(code)
      }

      function next(code: Code): State | undefined {
        if (code !== first || code === null) return nok(code)
        countOne(context)
        effects.consume(code)
        return next
      }
    },
  }

  function countOne(context: TokenizeContext): void {
    const count = (counts.get(context) ?? 0) + 1
    counts.set(context, count)
    if (count <= emphasisMarks) return
    const { line, column } = context.now()
    throw problemMessage(
      { line, column },
      {
        rule: 'limit',
        message: translate`Found a paragraph with more than ${emphasisMarks} stars, underscores and tildes.`,
        hint: translate`Split the paragraph.`,
      },
    )
  }
}
