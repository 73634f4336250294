import { isAlias, isNode, visit, type Document as YamlDocument } from 'yaml'
import { tooDeep } from '../../markdown/problems/check-text'
import { frontMatterLength, nestingDepth } from '../../markdown/problems/limits'
import { translate } from '../../site/messages/translate.mjs'

/** Find YAML that would take too long to parse, or overflow the stack: too long, or nested too deeply. */
export function checkYaml(yaml: string): { line: number; message: string; hint: string } | undefined {
  if (yaml.length > frontMatterLength)
    return {
      line: 1,
      message: translate`Found front matter of ${yaml.length} characters; expected at most ${frontMatterLength}.`,
      hint: translate`Move everything that is not a field into the text.`,
    }
  let depth = 0
  for (const [index, line] of yaml.split('\n').entries()) {
    for (const [character] of line.matchAll(/[[\]{}]/g)) {
      depth = Math.max(0, depth + (character === '[' || character === '{' ? 1 : -1))
      if (depth > nestingDepth)
        return {
          line: index + 1,
          ...tooDeep(translate`${depth} lists and mappings in each other`, nestingDepth),
        }
    }
    const markers = line.match(/^(?:[ \t]*[-?:](?=[ \t]|$))+/)?.[0].match(/[-?:]/g)?.length ?? 0
    if (markers > nestingDepth)
      return {
        line: index + 1,
        ...tooDeep(translate`${markers} lists and mappings in each other`, nestingDepth),
      }
  }
  return undefined
}

/**
 * Find an alias, `*name`, without its anchor, or an anchor, `&name`, without an alias: the author meant the characters.
 */
export function findReference(
  document: YamlDocument.Parsed,
): { offset: number; message: string } | undefined {
  const names = new Map<string, { offset: number; used: boolean }>()
  let unknown: { offset: number; message: string } | undefined
  visit(document, (_, node) => {
    if (!isNode(node)) return
    const offset = node.range?.[0] ?? 0
    if (isAlias(node)) {
      const named = names.get(node.source)
      if (named) named.used = true
      unknown ??= named
        ? undefined
        : {
            offset,
            message: translate`Found *${node.source}: in YAML this is an alias of the anchor &${node.source}, which does not exist.`,
          }
    } else if (node.anchor) names.set(node.anchor, { offset, used: false })
  })
  if (unknown) return unknown
  for (const [name, { offset, used }] of names)
    if (!used)
      return {
        offset,
        message: translate`Found &${name}: in YAML this is an anchor that no alias uses.`,
      }
  return undefined
}

/** Does a value contain a lone surrogate, such as YAML's "\uD800"? URLs and files cannot contain it. */
export function hasLoneSurrogate(value: unknown): boolean {
  if (typeof value === 'string') return !value.isWellFormed()
  if (Array.isArray(value)) return value.some(hasLoneSurrogate)
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).some((entry) => entry.some(hasLoneSurrogate))
  )
}
