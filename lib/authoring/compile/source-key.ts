import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path/posix'
import type { Site } from '../../site/config'
import { engineFolder } from '../../site/folders.mjs'
import { hash } from '../../store/store'
import { toPosix } from '../../store/windows.mjs'
import { componentsVersion } from '../site/components-version'

/** Changes whenever the pipeline changes. */
export const version = pipelineVersion()

/** Hash of the settings and components that documents are read and compiled with. */
export function settingsKey({
  url,
  language,
  timeZone,
  macros,
  mathBrackets,
  theorems,
  citationStyle,
  permalinks,
  imageHosts,
  embeds,
  trust,
}: Site): string {
  const components = componentsVersion()
  return hash(
    ...[
      url,
      language,
      timeZone,
      macros,
      mathBrackets,
      theorems,
      citationStyle,
      permalinks,
      imageHosts,
      embeds,
      trust,
    ],
    components,
  )
}

/** Hash of everything that a document is compiled from: its text, the settings (`settingsKey`) and the pipeline. */
export function sourceKey(text: string, settings: string): string {
  return hash(version, settings, text)
}

/** Version of the pipeline: a hash of its source and of the lockfile. A change of either compiles everything again. */
function pipelineVersion(): string {
  const folders = ['lib/markdown', 'lib/site/i18n', 'lib/site/messages']
  const files = folders.flatMap((folder) =>
    readdirSync(join(engineFolder(), folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|js|mjs|csl|xml)$/.test(name) && !name.endsWith('.test.ts'))
      .map((name) => toPosix(join(folder, name))),
  )
  return hash(
    ...[...files.sort(), 'package-lock.json'].map((file) => readFileSync(join(engineFolder(), file), 'utf8')),
  )
}
