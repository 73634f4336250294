import { isRecord } from '../../front-matter/is-record'
import { dollarDelimiters } from '../formulas/find-formulas'
import type { MathDelimiters } from '../source'

/**
 * The delimiters of a site that enables single dollars, as nearly all with Markdown do. Equations are numbered like amsmath's: sites
 * whose posts contain `\eqref` have that turned on, and other posts contain nothing that it numbers.
 */
export const markdownDelimiters: MathDelimiters = { ...dollarDelimiters, numbering: 'ams' }

/**
 * Read how MathJax was configured in a theme's or site's configuration: NexT's `math.mathjax.tags`, MathJax 2's
 * `equationNumbers.autoNumber`, `inlineMath` and `displayMath`.
 */
export function readMathConfig(configs: readonly Record<string, unknown>[]): Partial<MathDelimiters> {
  const found = configs.flatMap((config) => [...findKeys(config, 0)])
  const settingOf = (...names: string[]) => found.find(([key]) => names.includes(key.toLowerCase()))?.[1]
  const tags = String(settingOf('autonumber', 'tags') ?? '').toLowerCase()
  const inline = toPairs(settingOf('inlinemath'))
  const display = toPairs(settingOf('displaymath'))
  return {
    ...(/^(?:none|ams|all)$/.test(tags) && { numbering: tags as MathDelimiters['numbering'] }),
    ...(inline && { inline }),
    ...(display && { display }),
  }
}

/** Names of settings below which MathJax is configured. */
const sections = /^(?:math|mathjax|tex|tex2jax|equationnumbers|math_engine_opts|params|theme_config)$/i

/** The scalar settings and lists of MathJax, with their names. */
function* findKeys(config: Record<string, unknown>, depth: number): Generator<[string, unknown]> {
  for (const [key, value] of Object.entries(config)) {
    if (isRecord(value)) {
      if (depth < 5 && sections.test(key)) yield* findKeys(value, depth + 1)
    } else if (depth > 0) yield [key, value]
  }
}

function toPairs(value: unknown): MathDelimiters['inline'] | undefined {
  if (!Array.isArray(value)) return undefined
  const pairs = value.filter(
    (pair): pair is [string, string] =>
      Array.isArray(pair) &&
      pair.length === 2 &&
      pair.every((part) => typeof part === 'string' && part !== ''),
  )
  return pairs.length > 0 ? pairs : undefined
}
