// Messages of the commands. Node detects whether the stream supports colours: a terminal does, unless NO_COLOR is set.
// JavaScript, because it runs before packages are installed.

import { formatLine, isJson, isLogged } from '../site/log/format.mjs'

/** @param {NodeJS.WriteStream} stream @param {number} style code of an ANSI style */
function prefix(stream, style) {
  return stream.hasColors?.() ? `\x1b[${style}mlemma\x1b[0m` : 'lemma'
}

/** Print what happens. @param {string} text */
export function say(text) {
  if (isJson()) return sayWithTime(text)
  console.log(`${prefix(process.stdout, 2)} ${text}`)
}

/** Print what happens to a server, as a line of its log. @param {string} text */
export function sayWithTime(text) {
  if (isLogged('info')) console.log(formatLine({ level: 'info', message: text }))
}

/** Exit with a message for the author. @param {string} text @returns {never} */
export function fail(text) {
  console.error(
    isJson() ? formatLine({ level: 'error', message: text }) : `${prefix(process.stderr, 31)} ${text}`,
  )
  process.exit(1)
}
