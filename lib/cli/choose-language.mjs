// JavaScript, because it runs before packages are installed.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { translate } from '../site/messages/translate.mjs'
import { takeOption } from './arguments.mjs'
import { fail } from './messages.mjs'

/** @typedef {import('../site/messages/translate.mjs').MessageLanguage} MessageLanguage */

/**
 * The language that the user chose for messages: `--lang zh-CN`, else the variable LEMMA_LANG, which also passes it on to the
 * programs that a command starts. The option is removed from the arguments.
 *
 * @returns {MessageLanguage | undefined}
 */
export function chosenLanguage() {
  const chosen = takeLettersOfNpm() ?? takeOption('lang', 'zh-CN') ?? (process.env.LEMMA_LANG || undefined)
  if (chosen === undefined) return undefined
  if (/^en(?![a-z])/i.test(chosen)) return 'en'
  if (isChinese(chosen)) return 'zh-CN'
  return fail(translate`Found --lang ${chosen}; expected en or zh-CN.`)
}

/** Options of npm: `-l`, `-a` and `-g`. */
const lettersOfNpm = ['npm_config_long', 'npm_config_all', 'npm_config_global']

/**
 * Without `--` before it, npm reads `--lang en` as its own options `-l -a -n -g`, and leaves the value among the arguments. They
 * are removed from the environment, because `npm ci` would install globally.
 */
function takeLettersOfNpm() {
  const { argv, env } = process
  if (!lettersOfNpm.every((name) => env[name] === 'true')) return undefined
  for (const name of lettersOfNpm) delete env[name]
  const index = argv.findIndex((text, position) => position > 1 && /^(en|zh(-[a-z]+)?)$/i.test(text))
  const [value = ''] = argv.splice(Math.max(index, 2), 1)
  return value
}

/**
 * The language of messages if the user chose none: Chinese if the locale of the system or the language of the site is.
 *
 * @param {string} [siteLanguage]
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {MessageLanguage}
 */
export function defaultLanguage(siteLanguage = '', env = process.env) {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || Intl.DateTimeFormat().resolvedOptions().locale
  return [locale, siteLanguage].some(isChinese) ? 'zh-CN' : 'en'
}

/** Chinese of any region and script: `zh-TW`, `zh_CN.UTF-8`. @param {string} locale */
function isChinese(locale) {
  return /^zh(?![a-z])/i.test(locale)
}

/**
 * The setting `language`, or the first of `languages`, in the text of a configuration, which can be run only after packages are installed.
 *
 * @param {string} site folder of the site
 * @returns {string} empty if it is not found
 */
export function readSiteLanguage(site) {
  const config = join(site, 'site.config.ts')
  if (!existsSync(config)) return ''
  return (
    /^(?!\s*(?:\/[/*]|\*)).*?\b(?:language\s*:|languages\s*:\s*\[(?:\s*\{\s*language\s*:)?)\s*['"`]([\w-]+)/m.exec(
      readFileSync(config, 'utf8'),
    )?.[1] ?? ''
  )
}
