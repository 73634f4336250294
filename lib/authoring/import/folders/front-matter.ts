import { parse as parseToml } from 'smol-toml'
import { parse as parseYaml } from 'yaml'
import { toPlainText } from '../../../markdown/text/plain-text'
import { translate } from '../../../site/messages/translate.mjs'
import { isRecord } from '../../front-matter/is-record'

/** A text file of another system. */
export interface SourceFile {
  fields: Readonly<Record<string, unknown>>
  body: string
  /** Why its front matter could not be read as it is. */
  notes: string[]
}

/**
 * Read a file with front matter in YAML (`---`), TOML (`+++`) or JSON (`{`, or Hexo's `;;;`). Hexo's may lack the first `---`. One that
 * is not valid is read line by line, so that no text is lost.
 */
export function readSourceFile(content: string): SourceFile {
  const text = toPlainText(content)
  const [, fence = '', yaml, body = ''] =
    /^(-{3,}|\+{3,}|;{3,})[ \t]*\n([\s\S]*?)^\1[ \t]*(?:\n|$)([\s\S]*)$/m.exec(text) ?? []
  if (yaml !== undefined && text.startsWith(fence)) return { ...readFields(yaml, fence.charAt(0)), body }
  const [, bare, rest = ''] = /^((?:[\w-]+:.*\n|[ \t]*-[ \t].*\n)+)-{3,}[ \t]*\n([\s\S]*)$/.exec(text) ?? []
  if (bare !== undefined) return { ...readFields(bare, '-'), body: rest }
  if (text.startsWith('{\n')) {
    const end = text.search(/^\}[ \t]*$/m)
    if (end > 0) return { ...readFields(text.slice(0, end + 1), ';'), body: text.slice(end + 1) }
  }
  return { fields: {}, body: text, notes: [] }
}

function readFields(text: string, fence: string): Pick<SourceFile, 'fields' | 'notes'> {
  try {
    const fields = parseFields(text, fence)
    if (isRecord(fields)) return { fields, notes: [] }
    return {
      fields: {},
      notes: text.trim() === '' ? [] : [translate`The front matter is not a mapping of fields.`],
    }
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]
    return {
      fields: readLines(text),
      notes: [translate`The front matter is not valid (${reason}); its lines were read one by one.`],
    }
  }
}

function parseFields(text: string, fence: string): unknown {
  if (fence === '+') return parseToml(text)
  if (fence === ';') return JSON.parse(text.startsWith('{') ? text : `{${text}}`)
  return parseYaml(text.replace(/\t/g, '  '), {
    uniqueKeys: false,
    logLevel: 'error',
    merge: true,
    maxAliasCount: 100,
  })
}

/** `key: value` in each line, for front matter that is not YAML, such as `title: a: b`. */
function readLines(text: string): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  let list: string[] | undefined
  for (const line of text.split('\n')) {
    const [, item] = /^\s*-\s+(.*)$/.exec(line) ?? []
    const [, key, value = ''] = /^([\w-]+)\s*:\s*(.*)$/.exec(line) ?? []
    if (item !== undefined) list?.push(unquote(item))
    else if (key !== undefined) {
      list = []
      fields[key] = value === '' ? list : unquote(value)
    }
  }
  return fields
}

function unquote(text: string): string {
  return text.trim().replace(/^(["'])(.*)\1$/, '$2')
}

/** Read a configuration in YAML, TOML or JSON. Mistakes in YAML that other parsers accept do not matter. */
export function readConfig(content: string, name: string): Record<string, unknown> {
  const text = toPlainText(content)
  const config: unknown = name.endsWith('.toml')
    ? parseToml(text)
    : name.endsWith('.json')
      ? JSON.parse(text)
      : parseYaml(text, { uniqueKeys: false, logLevel: 'silent', merge: true })
  return isRecord(config) ? config : {}
}

/** A text or a list, also a nested one, as a list of texts: `数学`, `[a, [b, c]]`. */
export function toTexts(value: unknown): string[] {
  const items = Array.isArray(value)
    ? value.flatMap(toTexts)
    : typeof value === 'object' || value === undefined
      ? []
      : [value]
  return [...new Set(items.map((item) => String(item).trim()).filter((item) => item !== ''))]
}

/** A field that is a text or a number. */
export function toText(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value).trim() || undefined
    : undefined
}
