// Numbers in English messages. JavaScript, because commands import it before packages are installed.

/**
 * A number with its noun: `1 post`, `2 posts`.
 *
 * @param {number} number
 * @param {string} noun
 * @param {string} [plural] if it is not the noun with an s
 */
export function plural(number, noun, plural = `${noun}s`) {
  return `${number} ${number === 1 ? noun : plural}`
}
