import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'
import { fileLength } from '../../markdown/problems/limits'
import type { Problem } from '../../markdown/problems/problem'
import { translate } from '../../site/messages/translate.mjs'

/** UTF-8 needs at most three bytes for a UTF-16 code unit. */
const maxBytes = 3 * fileLength

/** System errors that an author can fix, by code. */
const reasons: ReadonlyMap<string, string> = new Map([
  ['EACCES', translate`permission denied`],
  ['EPERM', translate`permission denied`],
  ['EISDIR', translate`it is a folder`],
  ['ELOOP', translate`its symbolic links form a cycle`],
  ['ENXIO', translate`it is a socket`],
])

/**
 * Read a text file in UTF-8. It does not block on a path that is not a file, such as a pipe.
 *
 * @returns the text, or the problem with the file
 * @throws if the file does not exist, or for other system errors
 */
export function readText(file: string): { text: string } | { problem: Problem } {
  const problem = (message: string, hint: string, line = 1) => ({
    problem: { file, line, column: 1, rule: 'file', message, hint },
  })
  let descriptor: number
  try {
    descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  } catch (error) {
    const reason = reasons.get((error as NodeJS.ErrnoException).code ?? '')
    if (!reason) throw error
    return problem(
      translate`This file cannot be read: ${reason}.`,
      translate`Replace it with a readable text file.`,
    )
  }
  try {
    const stats = fstatSync(descriptor)
    if (!stats.isFile())
      return problem(
        translate`This is not a file, but a folder, a pipe or a device.`,
        translate`Replace it with a text file.`,
      )
    if (stats.size > maxBytes)
      return problem(
        translate`Found a file of ${stats.size} bytes; expected at most ${fileLength} characters.`,
        translate`Split it into two articles of a series.`,
      )
    const bytes = readFileSync(descriptor)
    const text = decode(bytes)
    if (text !== undefined) return { text }
    return problem(
      translate`Found bytes that are not UTF-8${encodingOf(bytes)}.`,
      translate`Save the file as UTF-8 in the editor.`,
      firstBrokenLine(bytes),
    )
  } finally {
    closeSync(descriptor)
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** The probable encoding of a text that is not UTF-8, for a message. */
function encodingOf(bytes: Uint8Array): string {
  if (/^(255,254|254,255)$/.test(bytes.subarray(0, 2).join()))
    return translate`; the file seems to be in UTF-16`
  try {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes)
    return /\p{Script=Han}/u.test(text) ? translate`; the file seems to be in GBK` : ''
  } catch {
    return ''
  }
}

function firstBrokenLine(bytes: Buffer): number {
  let line = 1
  for (let start = 0; start <= bytes.length; line++) {
    const newline = bytes.indexOf(0x0a, start)
    const end = newline < 0 ? bytes.length : newline
    if (decode(bytes.subarray(start, end)) === undefined) return line
    start = end + 1
  }
  return 1
}
