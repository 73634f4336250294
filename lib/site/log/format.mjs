// Lines of the log. JavaScript, because commands print them before packages are installed.

import { fstatSync } from 'node:fs'

/** @typedef {'error' | 'warn' | 'info' | 'debug'} Level */

/**
 * @typedef {object} LogRecord
 * @property {Level} level
 * @property {string} message
 * @property {string} [requestId] the request during which it happened
 * @property {string} [stack] of an error, if the message does not contain it
 */

/** Levels, the most important one first. @type {readonly Level[]} */
export const levels = ['error', 'warn', 'info', 'debug']

/** `LOG_FORMAT=json`: one JSON object a line. Default: text. */
export function isJson() {
  return process.env.LOG_FORMAT === 'json'
}

/** Is this level printed? `LOG_LEVEL` names the least important level that is; default: `info`. @param {Level} level */
export function isLogged(level) {
  const chosen = levels.indexOf(/** @type {Level} */ (process.env.LOG_LEVEL))
  return levels.indexOf(level) <= (chosen === -1 ? levels.indexOf('info') : chosen)
}

/**
 * A line of the log, without the line break.
 *
 * @param {LogRecord} record
 * @param {{ json?: boolean, time?: Date, hasTime?: boolean }} [options] `hasTime`: text starts with the time
 */
export function formatLine(
  { level, message, requestId, stack },
  { json = isJson(), time = new Date(), hasTime = !isJournal() } = {},
) {
  if (json) return JSON.stringify({ time: time.toISOString(), level, message, requestId, stack })
  const parts = [hasTime && time.toISOString(), level, requestId && `[${requestId}]`, message]
  return parts.filter(Boolean).join(' ')
}

/**
 * A line that another program printed, as a line of the log: in JSON, unless it already is a record.
 *
 * @param {string} line
 * @param {Level} level
 */
export function adoptLine(line, level) {
  if (!isJson() || line.startsWith('{"time":')) return line
  return formatLine({ level, message: line })
}

/** Does the output go to systemd's journal, which adds the time itself (`systemd.exec(5)`, JOURNAL_STREAM)? */
function isJournal() {
  const { JOURNAL_STREAM: stream } = process.env
  if (!stream) return false
  const { dev, ino } = fstatSync(process.stderr.fd)
  return stream === `${dev}:${ino}`
}
