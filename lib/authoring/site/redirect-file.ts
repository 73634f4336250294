import { existsSync, readFileSync } from 'node:fs'
import type { Problem } from '../../markdown/problems/problem'
import { listed, translate } from '../../site/messages/translate.mjs'
import { plural } from '../../site/plural.mjs'
import { explainRedirect } from '../../site/redirect-rules'
import {
  canonicalSource,
  canonicalTarget,
  type Redirect,
  type RedirectStatus,
  redirectStatuses,
} from '../../site/redirects'

/** A long list of redirects: `from to [status]` in each line. */
export const redirectFile = 'content/redirects.txt'

/** A redirect, and where it is written. */
export interface WrittenRedirect extends Redirect {
  place: () => Pick<Problem, 'file' | 'line' | 'column'>
}

/** Redirects in a text, and the problems of lines that are left out. */
export interface RedirectReading {
  redirects: WrittenRedirect[]
  problems: Problem[]
}

/** Read `content/redirects.txt` in the current folder. */
export function readRedirectFile(): RedirectReading {
  return existsSync(redirectFile)
    ? parseRedirects(readFileSync(redirectFile, 'utf8'))
    : { redirects: [], problems: [] }
}

/**
 * Parse a list of redirects. `#` begins a comment at the start of a line and after a space.
 *
 *     /archives/1.html /posts/cycloid
 *     /wiki/*          https://wiki.example.org/* 302
 */
export function parseRedirects(text: string): RedirectReading {
  const redirects: WrittenRedirect[] = []
  const problems: Problem[] = []
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const words = [...line.replace(/(^|\s)#.*$/, '').matchAll(/\S+/g)]
    if (words.length === 0) continue
    const read = parseLine(words, index + 1)
    if ('rule' in read) problems.push(read)
    else redirects.push(read)
  }
  return { redirects, problems }
}

const form = translate`Write the old address, the new one and, if it is not 308, a status: /old /new 302.`

function parseLine(words: readonly RegExpExecArray[], line: number): WrittenRedirect | Problem {
  const [from = '', to = '', status] = words.map(([word]) => word)
  const placeOf = (word: number) => ({ file: redirectFile, line, column: (words[word]?.index ?? 0) + 1 })
  const problem = (word: number, message: string): Problem => ({
    ...placeOf(word),
    rule: 'redirect',
    message,
    hint: form,
  })
  if (words.length < 2 || words.length > 3)
    return problem(0, translate`Found ${plural(words.length, 'word')} in this line; expected two or three.`)
  const mistake = explainRedirect(from, to)
  if (mistake)
    return problem(
      mistake.side === 'from' ? 0 : 1,
      translate`Found ${mistake.found}; expected ${mistake.expected}.`,
    )
  if (status !== undefined && !isStatus(status))
    return problem(
      2,
      translate`Found the status ${status}; expected one of ${listed(redirectStatuses.map(String))}.`,
    )
  return {
    from: canonicalSource(from),
    to: canonicalTarget(to),
    ...(status !== undefined && { status: Number(status) as RedirectStatus }),
    place: () => placeOf(0),
  }
}

function isStatus(text: string): boolean {
  return redirectStatuses.map(String).includes(text)
}
