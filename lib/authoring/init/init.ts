// The program of `npm run init`.

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'
import { siteParts } from '../../site/folders.mjs'
import { translate } from '../../site/messages/translate.mjs'
import { findOwnFiles, listSite, sampleList } from './sample'

export { checkAnswer, questionsFor, toAnswers } from './questions'
export { starterFiles } from './starter'

/** The state of the folder in which `npm run init` creates a site. `refused` contains the reason, for the author. */
export type Target =
  | { state: 'empty' }
  | { state: 'sample'; count: number }
  | { state: 'refused'; reason: string }

/**
 * Look at the folder of a new site. Nothing of an author is overwritten: only the sample, in the engine's folder, is replaced.
 *
 * @param engine the folder of this engine
 */
export function inspectTarget(folder: string, engine: string): Target {
  const files = listSite(folder)
  if (files.length === 0) return { state: 'empty' }
  if (folder !== engine) {
    const reason = translate`${folder} contains a site already (${files[0]}). Choose a new folder: npm run init ../my-blog`
    return { state: 'refused', reason }
  }
  const own = findOwnFiles(folder, readFileSync(join(engine, sampleList), 'utf8'))
  if (own.length === 0) return { state: 'sample', count: files.length }
  const listed = own.slice(0, 10).map((file) => `  ${file}`)
  if (own.length > listed.length) listed.push(translate`  and ${own.length - listed.length} more`)
  return {
    state: 'refused',
    reason:
      translate`This folder contains files that are not the sample's:\n${listed.join('\n')}\n` +
      translate`Move what you want to keep to another folder and undo your changes of the sample (git restore), or create the site in a new folder: npm run init ../my-blog`,
  }
}

/**
 * Write the files of a new site. A file that exists, such as `.gitignore`, is kept.
 *
 * @param replaces delete the sample first
 * @returns the paths of the files that were written, and of those that were kept
 */
export function writeStarter(
  folder: string,
  files: ReadonlyMap<string, string>,
  replaces: boolean,
): { written: string[]; kept: string[] } {
  if (replaces) for (const part of siteParts) rmSync(join(folder, part), { recursive: true, force: true })
  const written: string[] = []
  const kept: string[] = []
  for (const [file, text] of files) {
    const path = join(folder, file)
    if (existsSync(path)) {
      kept.push(file)
      continue
    }
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    written.push(file)
  }
  return { written, kept }
}
