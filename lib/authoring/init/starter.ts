import { readFileSync } from 'node:fs'
import { join } from 'node:path/posix'
import { listFiles } from '../../store/files.mjs'
import { slugify } from '../new-post/new-post'
import { printConfig } from './print-config'
import { type EngineFacts, printWorkflow } from './print-workflow'
import type { Answers } from './questions'

/** What a starter depends on besides the answers of the author. */
export interface StarterContext extends EngineFacts {
  /** Folder of this engine. */
  engine: string
  now: Date
}

/** Templates of starters, below the engine's folder: one folder for each language, and `shared`. */
const templates = 'lib/authoring/init/starter'

/** The files of a new site, by their path in its folder. */
export function starterFiles(answers: Answers, context: StarterContext): Map<string, string> {
  const { engine, isEngine } = context
  const authorId = slugify(answers.author)
  const files = new Map<string, string>()
  for (const folder of ['shared', answers.language]) {
    const root = join(engine, templates, folder)
    for (const file of listFiles(root))
      files.set(
        file.slice(root.length + 1),
        fillDates(readFileSync(file, 'utf8'), answers.timeZone, context.now),
      )
  }
  // A JSON string is a double-quoted YAML string.
  files.set(`content/authors/${authorId}.yml`, `name: ${JSON.stringify(answers.author)}\nurl: /about\n`)
  files.set('site.config.ts', printConfig(answers, { authorId, isEngine }))
  files.set('.github/workflows/lint.yml', printWorkflow(context))
  // The engine has one of its own.
  if (!isEngine) files.set('.gitignore', ignored)
  return files
}

/** What the engine writes to a site folder, and what must not be in git. */
const ignored = `.lemma/
.next/
node_modules/
.env*.local
`

/** Replace the dates of a template: the samples are from today and the days before. */
function fillDates(text: string, timeZone: string, now: Date): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })
  const dayBefore = (days: number) => format.format(now.getTime() - days * 24 * 60 * 60 * 1000)
  return text
    .replaceAll('{{today}}', dayBefore(0))
    .replaceAll('{{yesterday}}', dayBefore(1))
    .replaceAll('{{before}}', dayBefore(2))
}
