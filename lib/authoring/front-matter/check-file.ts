import { isMap, LineCounter, parseDocument } from 'yaml'
import { frontMatterTime } from '../../markdown/problems/limits'
import type { Problem } from '../../markdown/problems/problem'
import { runWithin } from '../../markdown/problems/run-within'
import { translate } from '../../site/messages/translate.mjs'
import { checkYaml, findReference } from './check-yaml'
import type { DocumentType } from './document-types'
import { explainYaml, findBrokenField } from './explain-yaml'
import { findMissingFence, readFrontMatter } from './fence'
import { checkFrontMatter, describeValue, type Report } from './front-matter'
import { isRecord } from './is-record'
import { offsetOf } from './place-of'

/**
 * Check the front matter of one file against its type in `document-types.ts`. contentlayer itself does not check the types of
 * fields, and reports no lines.
 */
export function checkFile(file: string, text: string, type: DocumentType, timeZone: string): Problem[] {
  const missing = findMissingFence(file, text, type)
  if (missing) return [missing]
  const { yaml, firstLine } = readFrontMatter(file, text)
  const broken = (message: string, hint: string, line = 1): Problem[] => [
    { file, line: line + firstLine - 1, column: 1, rule: 'front-matter', message, hint },
  ]
  const excess = checkYaml(yaml)
  if (excess) return broken(excess.message, excess.hint, excess.line)
  try {
    const found = runWithin(frontMatterTime, () => checkYamlFields(file, yaml, firstLine, type, timeZone))
    if (found) return found.value
    return broken(
      translate`Reading the front matter took longer than ${frontMatterTime / 1000} s and was stopped.`,
      translate`Front matter consists of a few one-line fields: remove everything else.`,
    )
  } catch (error) {
    return broken(
      translate`The front matter cannot be read as YAML: ${error instanceof Error ? error.message : error}.`,
      translate`Quote values that start with a special character: title: "*Nature*".`,
    )
  }
}

function checkYamlFields(
  file: string,
  yaml: string,
  firstLine: number,
  type: DocumentType,
  timeZone: string,
): Problem[] {
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines })
  const problem = (offset: number, message: string, hint: string): Problem => {
    const { line, col } = lines.linePos(offset)
    const place = { line: Math.max(1, line + firstLine - 1), column: Math.max(1, col) }
    return { file, ...place, rule: 'front-matter', message, hint }
  }
  const isData = type.contentType === 'data'
  const subject = isData ? translate`The file` : translate`The front matter`
  const [error] = [...document.errors, ...document.warnings]
  const mistake = error
    ? explainYaml(yaml, document, error, type.fields)
    : isMap(document.contents)
      ? undefined
      : findBrokenField(yaml, type.fields)
  if (mistake)
    return [problem(mistake.offset, translate`${subject} is not YAML: ${mistake.cause}.`, mistake.hint)]
  const reference = findReference(document)
  if (reference)
    return [problem(reference.offset, reference.message, translate`Quote the value: title: "*Nature*".`)]
  const data: unknown = document.toJS()
  const start = { line: 1, column: 1 }
  if (!isRecord(data)) {
    return [
      {
        file,
        ...start,
        rule: 'front-matter',
        message: isData
          ? translate`Found ${describeValue(data)}; expected the field ${requiredFields(type)}.`
          : translate`Found ${describeValue(data)}; expected front matter with ${requiredFields(type)}.`,
        hint: isData
          ? translate`Write one "field: value" per line: name: Ada Lovelace.`
          : translate`Start the file with ---, then one "field: value" per line, then ---. \`npm run new "Title"\` creates such a file.`,
      },
    ]
  }
  const report: Report = (path, message, hint) => problem(offsetOf(document, path), message, hint)
  return checkFrontMatter(data, type, { report, timeZone })
}

function requiredFields({ fields }: DocumentType): string {
  const names = Object.keys(fields).filter((name) => fields[name]?.required)
  return names.join(translate` and `)
}
