import { readFileSync } from 'node:fs'
import { isMap, LineCounter, parseDocument, type Document as YamlDocument } from 'yaml'
import { readFrontMatter } from './fence'
import { namesOf } from './other-systems'

/** Offset of a field in the YAML; if it does not exist, of its parent or of the start. */
export function offsetOf(document: YamlDocument.Parsed, path: readonly string[]): number {
  let node: unknown = document.contents
  let offset = 0
  for (const name of path) {
    if (!isMap(node)) break
    const pair = node.items.find(({ key }) => String(key) === name)
    const range = (pair?.key as { range?: [number, number, number] } | undefined)?.range
    if (!pair || !range) break
    offset = range[0]
    node = pair.value
  }
  return offset
}

/** Position of a field in a file, for problems between documents. The field may have a name of another system. */
export function placeOf(file: string, field: string): { line: number; column: number } {
  try {
    const { yaml, firstLine } = readFrontMatter(file, readFileSync(file, 'utf8'))
    const lines = new LineCounter()
    const document = parseDocument(yaml, { lineCounter: lines })
    const written = namesOf(field).find((name) => document.has(name)) ?? field
    const { line, col } = lines.linePos(offsetOf(document, [written]))
    return { line: Math.max(1, line + firstLine - 1), column: Math.max(1, col) }
  } catch {
    // The file was changed or deleted after it was read.
    return { line: 1, column: 1 }
  }
}
