// Arguments of the commands. JavaScript, because it runs before packages are installed.
import { parseArgs } from 'node:util'
import { translate } from '../site/messages/translate.mjs'
import { usage } from './help.mjs'
import { fail } from './messages.mjs'

/**
 * @typedef {object} Options the options of a command
 * @property {readonly string[]} [flags] those without a value
 * @property {readonly string[]} [values] those with a value
 */

/**
 * The arguments of this command, with its options also if npm took them (`restoreOptions`). Exits if a value is lost.
 * @param {Options} options
 */
export function readArguments(options) {
  const { args, lost } = restoreOptions(options, process.argv.slice(2), process.env)
  if (lost)
    fail(translate`npm kept --${lost} for itself. Write it as --${lost}=…, or put -- before the options.`)
  return args
}

/**
 * The options and the other arguments of this command. Exits with a message if they are not valid.
 *
 * @template {NonNullable<import('node:util').ParseArgsConfig['options']>} T
 * @param {T} options as `parseArgs` takes them
 */
export function readOptions(options) {
  const namesOf = (/** @type {'boolean' | 'string'} */ kind) =>
    Object.keys(options).filter((name) => options[name]?.type === kind)
  const args = readArguments({ flags: namesOf('boolean'), values: namesOf('string') })
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    return fail(`${explainArguments(/** @type {NodeJS.ErrnoException} */ (error))}\n${usage()}`)
  }
}

/** An error of `parseArgs`, for the author. @param {NodeJS.ErrnoException} error */
function explainArguments({ code, message }) {
  const option = /'(-[^']*)'/.exec(message)?.[1] ?? ''
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return translate`Found the unknown option ${option}.`
  if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return message
  return message.includes('does not take')
    ? translate`Found ${option} with a value; it has none.`
    : translate`Found ${option} without a value.`
}

/**
 * The value of an option that every command has, `--name value` or `--name=value`. It is removed from the arguments, so that no
 * command has to know it.
 *
 * @param {string} name
 * @param {string} example a value, for messages
 * @returns {string | undefined}
 */
export function takeOption(name, example) {
  const { argv, env } = process
  const kept = env[`npm_config_${name}`]
  if (kept === 'true')
    fail(translate`npm kept --${name} for itself. Write it as --${name}=${example}, or put -- before it.`)
  const index = argv.findIndex((text, position) => position > 1 && text.split('=', 1)[0] === `--${name}`)
  if (index < 0) return kept || undefined
  const [, value] = argv[index]?.split(/=(.*)/s) ?? []
  const chosen = value ?? argv[index + 1]
  if (!chosen) return fail(translate`Found --${name} without a value. Write --${name} ${example}`)
  argv.splice(index, value === undefined ? 2 : 1)
  return chosen
}

/**
 * npm keeps options that do not follow `--`, which is easily forgotten and which PowerShell removes. It sets a variable for each:
 *
 *     npm run lint:content x.mdx --json   →  x.mdx       npm_config_json=true
 *     npm run preview x --hours=48        →  x           npm_config_hours=48
 *     npm run preview x --hours 48        →  x 48        npm_config_hours=true
 *     npm run init x --time-zone=UTC      →  x           npm_config_time_zone=UTC
 *
 * @param {Options} options
 * @param {readonly string[]} argv
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ args: string[], lost?: string }} the arguments with the options; `lost` is one whose value is among the others
 */
export function restoreOptions({ flags = [], values = [] }, argv, env) {
  const kept = (/** @type {string} */ name) => env[`npm_config_${name.replaceAll('-', '_')}`] || undefined
  const lost = values.find((name) => kept(name) === 'true')
  const restored = [
    ...flags.filter((name) => kept(name) === 'true').map((name) => `--${name}`),
    ...values.flatMap((name) => (kept(name) ? `--${name}=${kept(name)}` : [])),
  ]
  return lost ? { args: [...argv], lost } : { args: [...argv, ...restored] }
}
