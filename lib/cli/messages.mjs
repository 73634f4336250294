// Messages of the commands. Node detects whether the stream supports colours: a terminal does, unless NO_COLOR is set.
// JavaScript, because it runs before packages are installed.

/** @param {NodeJS.WriteStream} stream @param {number} style code of an ANSI style */
function prefix(stream, style) {
  return stream.hasColors?.() ? `\x1b[${style}mlemma\x1b[0m` : 'lemma'
}

/** Print what happens. @param {string} text */
export function say(text) {
  console.log(`${prefix(process.stdout, 2)} ${text}`)
}

/** Print what happens to a server, with the time: its log is read later. @param {string} text */
export function sayWithTime(text) {
  console.log(`${new Date().toISOString()} ${prefix(process.stdout, 2)} ${text}`)
}

/** Exit with a message for the author. @param {string} text @returns {never} */
export function fail(text) {
  console.error(`${prefix(process.stderr, 31)} ${text}`)
  process.exit(1)
}
