// Messages to authors, in their language. JavaScript, because commands import it before packages are installed.
import { chinese } from './zh-CN/index.mjs'

/** @typedef {'en' | 'zh-CN'} MessageLanguage */

/**
 * The language of this process's messages. A command chooses it once and passes it on in the environment
 * (`lib/cli/choose-language.mjs`); programs that no command started, such as tests, use English.
 *
 * @returns {MessageLanguage}
 */
export function messageLanguage() {
  return process.env.LEMMA_LANG === 'zh-CN' ? 'zh-CN' : 'en'
}

/**
 * A message in the language of the author. The English text in the source is the key of its translations, with its values as
 * numbers: the key of translate`Found ${name}; expected ${kind}.` is `Found {0}; expected {1}.`
 *
 * @param {TemplateStringsArray} strings
 * @param {...unknown} values
 */
export function translate(strings, ...values) {
  const english = () => strings.reduce((text, next, index) => `${text}${values[index - 1]}${next}`)
  if (messageLanguage() === 'en') return english()
  const translation = chinese[keyOf(strings)]
  return translation === undefined ? english() : fill(translation, values)
}

/**
 * Names in a sentence: `a, b, c`.
 *
 * @param {readonly string[]} names
 */
export function listed(names) {
  return names.join(messageLanguage() === 'zh-CN' ? '、' : ', ')
}

/**
 * The key of a message in the dictionaries.
 *
 * @param {readonly string[]} strings the parts of its template
 */
export function keyOf(strings) {
  return strings.reduce((key, part, index) => `${key}{${index - 1}}${part}`)
}

/**
 * Fill in the values, with a space between a Han character of the translation and a value in Latin letters.
 *
 * @param {string} translation
 * @param {readonly unknown[]} values
 */
function fill(translation, values) {
  return translation.replace(/\{(\d)\}/g, (place, index, offset) => {
    const value = String(values[Number(index)])
    const before = isHan(translation.charAt(offset - 1)) && /^[!-~]/.test(value) ? ' ' : ''
    const after = isHan(translation.charAt(offset + place.length)) && /[!-~]$/.test(value) ? ' ' : ''
    return before + value + after
  })
}

/** @param {string} character */
function isHan(character) {
  return /\p{Script=Han}/u.test(character)
}
