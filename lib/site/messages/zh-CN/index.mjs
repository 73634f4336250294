// The Chinese messages, by their English text.
import { articles } from './articles.mjs'
import { commands } from './commands.mjs'
import { content } from './content.mjs'
import { formulas } from './formulas.mjs'
import { importing } from './import.mjs'
import { serving } from './serving.mjs'
import { settings } from './settings.mjs'

/** @type {Readonly<Record<string, string | undefined>>} */
export const chinese = {
  ...articles,
  ...formulas,
  ...content,
  ...settings,
  ...commands,
  ...serving,
  ...importing,
}
