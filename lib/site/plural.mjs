// Numbers in messages. JavaScript, because commands import it before packages are installed.

import { messageLanguage } from './messages/translate.mjs'
import { chinese } from './messages/zh-CN/index.mjs'

/**
 * A number with its noun: `1 post`, `2 posts`; in Chinese, by the key `{0} post`.
 *
 * @param {number} number
 * @param {string} noun
 * @param {string} [plural] if it is not the noun with an s
 */
export function plural(number, noun, plural = `${noun}s`) {
  const translation = messageLanguage() === 'zh-CN' ? chinese[`{0} ${noun}`] : undefined
  return translation?.replace('{0}', String(number)) ?? `${number} ${number === 1 ? noun : plural}`
}
