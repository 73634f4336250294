// Copies the code of a site into the engine, where Next compiles it: Turbopack resolves no files outside of its project.
// JavaScript, because it runs before packages are installed.

import { existsSync, mkdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { translate } from '../site/messages/translate.mjs'
import { componentNames, componentsFolder, siteCodeFiles, slotsFile } from '../site/site-code.mjs'
import { listFiles } from '../store/files.mjs'
import { say } from './messages.mjs'

/** The folder for the copy. `package.json` resolves `#site/…` to the modules that are generated in it. */
const target = '.site-code'

/** An editor writes a file in several steps. Milliseconds. */
const debounce = 100

/**
 * Copy `site/components` and `site/slots.tsx`, and generate the modules with which the engine imports them. Files that did
 * not change are not written, so that a development server compiles nothing again.
 * @param {string} site
 */
export function copySiteCode(site) {
  /** @type {Map<string, Buffer>} */
  const files = new Map(siteCodeFiles(site).map((file) => [file, readFileSync(join(site, file))]))
  const names = componentNames(site)
  files.set(
    'names.ts',
    Buffer.from(`export const componentNames: readonly string[] = ${JSON.stringify(names)}\n`),
  )
  files.set('components.ts', Buffer.from(printRegistry(names)))
  files.set('slots.ts', Buffer.from(printSlots(files.has(slotsFile))))
  for (const [file, content] of files) {
    const path = join(target, file)
    if (existsSync(path) && readFileSync(path).equals(content)) continue
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
  }
  for (const path of listFiles(target)) if (!files.has(path.slice(target.length + 1))) rmSync(path)
}

/**
 * Copy the code of the site again whenever it changes. The watchers end with the process.
 * @param {string} site
 */
export function watchSiteCode(site) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer
  const schedule = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      try {
        copySiteCode(site)
      } catch (error) {
        say(
          translate`The code in ${join(site, 'site')} could not be copied: ${error}. It is copied at its next change.`,
        )
      }
    }, debounce)
  }
  for (const folder of ['site', componentsFolder])
    if (existsSync(join(site, folder))) watch(join(site, folder), schedule).unref()
}

/** @param {readonly string[]} names */
function printRegistry(names) {
  return [
    `import { loadComponent } from '../components/article/load-component'`,
    'export const registry = {',
    ...names.map(
      (name) =>
        `  ${name}: loadComponent('${name}', () => import('./${componentsFolder}/${name}').then(({ ${name} }) => ${name})),`,
    ),
    '}',
    '',
  ].join('\n')
}

/** @param {boolean} hasSlots */
function printSlots(hasSlots) {
  return hasSlots
    ? `import * as site from './site/slots'\nexport const slots = { ...site }\n`
    : 'export const slots = {}\n'
}
