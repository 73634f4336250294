import { isCollection, isMap, isScalar, visit, type YAMLError, type Document as YamlDocument } from 'yaml'
import { translate } from '../../site/messages/translate.mjs'
import type { Fields } from './document-types'

/** A mistake in YAML: its offset, its cause, and the correct form. */
export interface YamlMistake {
  offset: number
  cause: string
  hint: string
}

/**
 * Find the cause of an error of the YAML parser. The parser reports where it could not go on, which is often the line after
 * the mistake.
 *
 * @param fields that the text may have; a line that starts with one of them is meant as a field
 */
export function explainYaml(
  yaml: string,
  document: YamlDocument.Parsed,
  error: YAMLError,
  fields: Fields,
): YamlMistake {
  return findBrokenField(yaml, fields) ?? explainCode(yaml, document, error)
}

/** Find a field whose colon is full-width, missing, or without a space after it. */
export function findBrokenField(yaml: string, fields: Fields): YamlMistake | undefined {
  const names = new Set(fieldNames(fields))
  for (const { text, offset } of linesOf(yaml)) {
    const [, indent = '', name = '', space = '', separator = '', value = ''] =
      /^( *)([a-zA-Z]\w*)(\s*)(：|:(?=[^\s:])|=)[ \t　]*(.*)$/.exec(text) ?? []
    if (!names.has(name)) continue
    return {
      offset: offset + indent.length + name.length + space.length,
      cause: explainSeparator(`${name}${space}${separator}`, separator),
      hint: translate`Write ${name}: ${value.slice(0, 40)}`,
    }
  }
  return undefined
}

function explainSeparator(found: string, separator: string): string {
  if (separator === '：')
    return translate`found ${found} with a full-width colon; expected a colon and a space`
  if (separator === '=') return translate`found ${found} with an equals sign; expected a colon and a space`
  return translate`found ${found} with no space after the colon; expected a colon and a space`
}

function fieldNames(fields: Fields): string[] {
  return Object.entries(fields).flatMap(([name, { of }]) => [
    name,
    ...(of && 'fields' in of ? fieldNames(of.fields) : []),
  ])
}

function explainCode(yaml: string, document: YamlDocument.Parsed, error: YAMLError): YamlMistake {
  const [offset] = error.pos
  const line = lineAt(yaml, offset)
  const at = yaml.charAt(offset)
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return {
        offset,
        cause: translate`found a tab; lines are indented by spaces`,
        hint: translate`Replace each tab by two spaces.`,
      }
    case 'BAD_DQ_ESCAPE': {
      const sequence = yaml.slice(offset, offset + 2)
      return {
        offset,
        cause: translate`found ${sequence} between double quotes, where a backslash starts an escape sequence`,
        hint: translate`Use single quotes, '${sequence}', or two backslashes, "\\${sequence}".`,
      }
    }
    case 'BAD_SCALAR_START':
      return {
        offset,
        cause: translate`found a value that starts with ${at}, which YAML reserves`,
        hint: quoteHint(line),
      }
    case 'DUPLICATE_KEY':
      return {
        offset,
        cause: translate`found the field ${/^[^:]*/.exec(yaml.slice(offset))?.[0]} again`,
        hint: translate`Keep one of the two.`,
      }
    case 'TAG_RESOLVE_FAILED':
      return {
        offset,
        cause: translate`Unresolved tag: ${/^\S+/.exec(yaml.slice(offset))?.[0]}, because YAML reads a word after ! as a type`,
        hint: quoteHint(line),
      }
    case 'BAD_INDENT':
      return explainFlow(document, error) ?? explainOther(error, line)
    case 'MISSING_CHAR':
      return explainQuote(document, error) ?? explainFlow(document, error) ?? missingColon(yaml, offset)
    case 'MULTILINE_IMPLICIT_KEY':
      return missingColon(yaml, offset)
    case 'BLOCK_AS_IMPLICIT_KEY':
      return explainSecondColon(yaml, offset)
    case 'UNEXPECTED_TOKEN':
      return explainRest(yaml, offset) ?? explainOther(error, line)
    default:
      return explainOther(error, line)
  }
}

function explainOther(error: YAMLError, line: string): YamlMistake {
  const message = error.message.split(/ at line \d+|\n/)[0] ?? ''
  return {
    offset: error.pos[0],
    cause: message.charAt(0).toLowerCase() + message.slice(1),
    hint: quoteHint(line),
  }
}

/** A quote that is not closed is reported at the end of the text. */
function explainQuote(document: YamlDocument.Parsed, error: YAMLError): YamlMistake | undefined {
  if (!/quote/.test(error.message)) return undefined
  let offset = error.pos[0]
  visit(document, (_, node) => {
    if (isScalar(node) && /^QUOTE/.test(node.type ?? '') && node.range && node.range[0] < error.pos[0])
      offset = node.range[0]
  })
  return {
    offset,
    cause: translate`found a quote that is not closed`,
    hint: translate`Close it at the end of the value. Between double quotes, write \\" for a quote.`,
  }
}

/** A list or a mapping in brackets that is not closed. */
function explainFlow(document: YamlDocument.Parsed, error: YAMLError): YamlMistake | undefined {
  const closing = /end with a ([\]}])/.exec(error.message)?.[1]
  if (!closing) return undefined
  const opening = closing === ']' ? '[' : '{'
  let offset = error.pos[0]
  visit(document, (_, node) => {
    if (!isCollection(node) || !node.flow) return
    const start = node.range?.[0]
    if (start !== undefined && start < error.pos[0] && isMap(node) === (closing === '}')) offset = start
  })
  return {
    offset,
    cause: translate`found ${opening} without ${closing}`,
    hint: translate`Close it on the same line: ${opening === '[' ? '[a, b]' : '{ a: b }'}. Quote a value that starts with ${opening}.`,
  }
}

function missingColon(yaml: string, offset: number): YamlMistake {
  return {
    offset,
    cause: translate`found the line "${lineAt(yaml, offset).trim().slice(0, 40)}"; expected a field, a colon, a space and a value`,
    hint: translate`Write field: value. If this line belongs to the text, close the front matter above it with ---.`,
  }
}

/** A value with a colon and a space in it looks like a field; so does a field that is indented by mistake. */
function explainSecondColon(yaml: string, offset: number): YamlMistake {
  const line = lineAt(yaml, offset)
  if ((line.match(/: /g)?.length ?? 0) > 1 || /:\s*$/.test(line))
    return { offset, cause: translate`found a second colon in a value`, hint: quoteHint(line) }
  const next = yaml.indexOf('\n', offset) + 1
  return {
    offset: next || offset,
    cause: translate`found an indented line after a value; expected a field at the start of its line`,
    hint: translate`Remove the spaces before the field.`,
  }
}

/** Text after a closing quote or bracket. */
function explainRest(yaml: string, offset: number): YamlMistake | undefined {
  const before = yaml.slice(0, offset).trimEnd().at(-1) ?? ''
  if (!/["'\]}]/.test(before)) return undefined
  const hint =
    before === "'"
      ? translate`Write '' for a quote between single quotes: 'It''s'.`
      : translate`Quote the whole value: title: "[A] b".`
  return { offset, cause: translate`found text after the ${before} that ends the value`, hint }
}

/** How to quote the value of a line. */
function quoteHint(line: string): string {
  const [, field = 'title', value = ''] = /^\s*([\w-]+):\s*(.*?)\s*$/.exec(line) ?? []
  const quoted = value && !/['"\\]/.test(value) ? `"${value.slice(0, 40)}"` : '"A: B"'
  return translate`Quote the value: ${field}: ${quoted}.`
}

function lineAt(yaml: string, offset: number): string {
  const start = yaml.lastIndexOf('\n', offset - 1) + 1
  const end = yaml.indexOf('\n', offset)
  return yaml.slice(start, end < 0 ? undefined : end)
}

function linesOf(yaml: string): { text: string; offset: number }[] {
  let offset = 0
  return yaml.split('\n').map((text) => {
    const line = { text: text.replace(/\r$/, ''), offset }
    offset += text.length + 1
    return line
  })
}
