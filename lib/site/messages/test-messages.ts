// What the sources contain for authors to read: for tests only.
import { readFileSync } from 'node:fs'
import { type ParserOptions, parse } from '@babel/parser'
import {
  type CallExpression,
  type Expression,
  isCallExpression,
  isIdentifier,
  isMemberExpression,
  isNewExpression,
  isObjectProperty,
  isStringLiteral,
  isTaggedTemplateExpression,
  isTemplateLiteral,
  type NewExpression,
  type Node,
  traverseFast,
} from '@babel/types'
import { listFiles } from '../../store/files.mjs'
import { keyOf } from './translate.mjs'

/** A text in the source. */
export interface SourceText {
  /** `file:line`. */
  place: string
  text: string
}

const folders = ['lib/authoring', 'lib/cli', 'lib/markdown', 'lib/published', 'lib/runtime', 'lib/site']

/** The sources that may contain messages. */
export function listSources(): string[] {
  return folders
    .flatMap(listFiles)
    .filter((file) => /\.(ts|mjs)$/.test(file))
    .filter(
      (file) => !/\.test\.ts$|\.d\.ts$|\/test-|\/(fixtures|starter|i18n|numbering\/latex|zh-CN)\//.test(file),
    )
}

/** The keys of the messages in a source: templates of `translate`, and nouns of `plural`. */
export function findMessages(file: string, source = readFileSync(file, 'utf8')): SourceText[] {
  const found: SourceText[] = []
  traverseFast(parseSource(file, source), (node) => {
    const text = keyOfMessage(node)
    if (text !== undefined) found.push({ place: placeOf(file, node), text })
  })
  return found
}

function keyOfMessage(node: Node): string | undefined {
  if (isTaggedTemplateExpression(node) && isIdentifier(node.tag, { name: 'translate' }))
    return keyOf(node.quasi.quasis.map(({ value }) => value.cooked ?? ''))
  if (!isCallExpression(node) || !isIdentifier(node.callee, { name: 'plural' })) return undefined
  const [, noun] = node.arguments
  return isStringLiteral(noun) ? `{0} ${noun.value}` : undefined
}

/** Properties and functions whose texts authors read. */
const properties = ['message', 'hint', 'cause']
const functions =
  /^(say|sayWithTime|fail|report|problem|broken|failure|problemOf|LimitError|macroError|CiteError|tooDeep|console\.(log|warn|error))$/

/** Texts that authors read and that have no translation, because `translate` is missing before them. */
export function findPlainTexts(file: string, source = readFileSync(file, 'utf8')): SourceText[] {
  const found: SourceText[] = []
  traverseFast(parseSource(file, source), (node) => {
    for (const text of textsIn(node))
      if (isSentence(text)) found.push({ place: placeOf(file, text), text: textOf(text) })
  })
  return found
}

function textsIn(node: Node): Node[] {
  if (isObjectProperty(node))
    return isIdentifier(node.key) && properties.includes(node.key.name) ? alternatives(node.value) : []
  if (!isCallExpression(node) && !isNewExpression(node)) return []
  return functions.test(nameOf(node)) ? node.arguments.flatMap(alternatives) : []
}

/** The name of the function that is called: `fail`, or `log` of the console. */
function nameOf({ callee }: CallExpression | NewExpression): string {
  if (isIdentifier(callee)) return callee.name
  if (!isMemberExpression(callee) || !isIdentifier(callee.property)) return ''
  return isIdentifier(callee.object, { name: 'console' }) ? `console.${callee.property.name}` : ''
}

/** The expressions that a value may be: both sides of a condition, the result of a function. */
function alternatives(node: Node): Node[] {
  switch (node.type) {
    case 'ConditionalExpression':
      return [node.consequent, node.alternate].flatMap(alternatives)
    case 'LogicalExpression':
    case 'BinaryExpression':
      return [node.left, node.right].flatMap(alternatives)
    case 'ArrowFunctionExpression':
      return alternatives(node.body)
    default:
      return [node]
  }
}

/** What commands print for programs, or to be copied. */
const untranslated = /^\n\{0\} passed, \{1\} failed|^ *npm (run|start)/

/** Does a text contain words, and not only a name or values? */
function isSentence(node: Node): boolean {
  if (untranslated.test(textOf(node))) return false
  return (isStringLiteral(node) || isTemplateLiteral(node)) && /[a-z]{2,}.* |^[A-Z][a-z]+ /.test(textOf(node))
}

function textOf(node: Node): string {
  if (isStringLiteral(node)) return node.value
  return isTemplateLiteral(node) ? keyOf(node.quasis.map(({ value }) => value.cooked ?? '')) : ''
}

function parseSource(file: string, source: string): Node {
  const plugins: ParserOptions['plugins'] = file.endsWith('.ts') ? ['typescript'] : []
  return parse(source, { sourceType: 'module', plugins }).program
}

function placeOf(file: string, node: Node | Expression): string {
  return `${file}:${node.loc?.start.line}`
}
