import { readFileSync } from 'node:fs'
import { componentFiles } from '../../site/site-code.mjs'
import { hash } from '../../store/store'

/** Hash of all files of the components. Articles are compiled again when it changes. The current folder is the site's. */
export function componentsVersion(): string {
  return hash(...componentFiles('.').map((file) => [file, readFileSync(file, 'utf8')]))
}
