import type { Problem } from '../../markdown/problems/problem'
import { toPlainText } from '../../markdown/text/plain-text'
import { translate } from '../../site/messages/translate.mjs'
import type { DocumentType } from './document-types'

/**
 * The YAML of a file, and the line on which it starts. A file of data consists of YAML. `isFound` is false if the file has no
 * front matter.
 */
export function readFrontMatter(
  file: string,
  text: string,
): { yaml: string; firstLine: number; isFound: boolean } {
  if (/\.ya?ml$/.test(file)) return { yaml: text, firstLine: 1, isFound: true }
  const yaml = fencedFrontMatter(text)
  return { yaml: yaml ?? 'null', firstLine: 2, isFound: yaml !== undefined }
}

function fencedFrontMatter(text: string): string | undefined {
  const match = /^---\n([\s\S]*?)^---\s*$/my.exec(toPlainText(text))
  return match ? (match[1] ?? '') : undefined
}

/** Find front matter that is not closed, or that does not start at the first line: it would be part of the text. */
export function findMissingFence(file: string, text: string, type: DocumentType): Problem | undefined {
  if (type.contentType === 'data' || fencedFrontMatter(text) !== undefined) return undefined
  const [, above = '', opening] =
    /^((?:[ \t]*\n)*)([ \t]*-{3,}|[—－]+)[ \t]*(?:\n|$)/.exec(toPlainText(text)) ?? []
  if (opening === undefined) return undefined
  const place = { file, line: above.split('\n').length, column: 1, rule: 'front-matter' }
  if (above !== '' || opening !== '---')
    return {
      ...place,
      message: translate`Found ${JSON.stringify(opening)} on line ${place.line}; expected front matter that starts with --- on line 1.`,
      hint: translate`Write three hyphens at the very start of the file.`,
    }
  return {
    ...place,
    message: translate`The front matter has no closing ---.`,
    hint: translate`Write --- on a line of its own after the last field.`,
  }
}
