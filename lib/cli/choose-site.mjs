// JavaScript, because it runs before packages are installed.
import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { fail } from './messages.mjs'

/**
 * The site folder of a command: `--site ../my-blog`, else the environment variable LEMMA_SITE, else the engine's folder, which
 * contains the sample site. Paths are relative to the folder in which the command was called. The option is removed from the
 * arguments, so that no command has to know it.
 * @param {string} engine
 * @returns {string} an absolute path
 */
export function chooseSite(engine) {
  const { argv, env } = process
  // npm keeps options that do not follow `--` (`arguments.mjs`).
  if (env.npm_config_site === 'true')
    fail('npm kept --site for itself. Write it as --site=../my-blog, or put -- before it.')
  let chosen = env.npm_config_site || env.LEMMA_SITE || engine
  for (let index = 2; index < argv.length; index++) {
    const [option = '', value] = argv[index]?.split('=', 2) ?? []
    if (option !== '--site') continue
    chosen = value ?? argv[index + 1] ?? ''
    if (chosen === '') fail('Found --site without a folder. Use: --site ../my-blog')
    argv.splice(index, value === undefined ? 2 : 1)
    break
  }
  const folder = resolve(env.INIT_CWD ?? process.cwd(), chosen)
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    fail(`The site folder ${folder} does not exist. Create a site: npm run init ${folder}`)
  return folder
}
