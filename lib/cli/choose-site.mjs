// JavaScript, because it runs before packages are installed.

import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { translate } from '../site/messages/translate.mjs'
import { takeOption } from './arguments.mjs'
import { fail } from './messages.mjs'

/**
 * The site folder of a command: `--site ../my-blog`, else the environment variable LEMMA_SITE, else the engine's folder, which
 * contains the sample site. Paths are relative to the folder in which the command was called. The option is removed from the
 * arguments, so that no command has to know it.
 * @param {string} engine
 * @returns {string} an absolute path
 */
export function chooseSite(engine) {
  const { env } = process
  const chosen = takeOption('site', '../my-blog') ?? (env.LEMMA_SITE || engine)
  const folder = resolve(env.INIT_CWD ?? process.cwd(), chosen)
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    fail(translate`The site folder ${folder} does not exist. Create a site: npm run init ${folder}`)
  return folder
}
