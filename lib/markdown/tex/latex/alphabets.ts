import { translate } from '../../../site/messages/translate.mjs'
import type { FormulaWarning } from './warnings'

/** An alphabet of letters, by its name in MathML. */
interface Alphabet {
  /** The commands that select it. The first is named in messages. */
  commands: string
  /** KaTeX's classes for its letters. */
  classes: RegExp
  hint: string
}

const alphabets: Readonly<Record<string, Alphabet>> = {
  bold: {
    commands: 'mathbf|bf|bold|bfseries|textbf',
    classes: /\b(?:mathbf|textbf|boldsymbol)\b/,
    hint: translate`For a bold Greek letter or symbol, write \\boldsymbol{…}.`,
  },
  'double-struck': {
    commands: 'mathbb|Bbb|mathbbm|mathds',
    classes: /\b(?:mathbb|textbb|amsrm)\b/,
    hint: translate`It has the capital letters A to Z, k as \\Bbbk, and the digits.`,
  },
  script: {
    commands: 'mathcal|mathscr|cal',
    classes: /\b(?:mathcal|mathscr|textscr)\b/,
    hint: translate`It has the capital letters A to Z.`,
  },
  fraktur: {
    commands: 'mathfrak|frak',
    classes: /\b(?:mathfrak|textfrak)\b/,
    hint: translate`It has the letters A to Z and a to z, and the digits.`,
  },
  'sans-serif': {
    commands: 'mathsf|sf|textsf',
    classes: /\b(?:mathsf|textsf)\b/,
    hint: translate`It has Latin letters, capital Greek letters and digits.`,
  },
  monospace: {
    commands: 'mathtt|tt|texttt',
    classes: /\b(?:mathtt|texttt)\b/,
    hint: translate`It has Latin letters, capital Greek letters and digits.`,
  },
}

const letters =
  /<(mi|mn) mathvariant="(bold|double-struck|script|fraktur|sans-serif|monospace)">([^<]+)<\/\1>/g

/**
 * Find letters that an alphabet does not have. KaTeX's HTML then contains the ordinary letter, as LaTeX does for `\mathbf` and
 * `\alpha`, but its MathML still names the alphabet; that is removed, so that both are the same.
 *
 *     \mathbf{\alpha}  →  <mi>α</mi>, and a warning
 */
export function checkAlphabets(html: string, source: string): { html: string; warnings: FormulaWarning[] } {
  const start = html.indexOf('</math>')
  if (start < 0 || !/mathvariant="(?:bold|double|script|fraktur|sans|monospace)/.test(html))
    return { html, warnings: [] }
  const shown = html.slice(start)
  const available = new Map<string, Set<string>>()
  const missing = new Map<string, FormulaWarning>()
  const corrected = html
    .slice(0, start)
    .replace(letters, (whole, tag: string, name: string, text: string) => {
      const alphabet = alphabets[name] as Alphabet
      let known = available.get(name)
      if (!known) {
        known = charactersOf(shown, alphabet.classes)
        available.set(name, known)
      }
      const letter = [...text].find((character) => !known.has(character))
      if (letter === undefined) return whole
      missing.set(name + letter, warningOf(alphabet, letter, source))
      return `<${tag}>${text}</${tag}>`
    })
  return { html: corrected + shown, warnings: [...missing.values()] }
}

/** The characters in elements with one of these classes. */
function charactersOf(html: string, classes: RegExp): Set<string> {
  const characters = new Set<string>()
  for (const [, className = '', text = ''] of html.matchAll(/<span class="([^"]*)"[^>]*>([^<]+)/g))
    if (classes.test(className)) for (const character of text) characters.add(character)
  return characters
}

function warningOf({ commands, hint }: Alphabet, letter: string, source: string): FormulaWarning {
  const uses = [...source.matchAll(new RegExp(`\\\\(?:${commands})(?![a-zA-Z])[\\s{]*([^\\s}]?)`, 'g'))]
  const use = uses.find(([, first]) => first === letter) ?? uses[0]
  const command = use ? /^\\[a-zA-Z]+/.exec(use[0])?.[0] : `\\${commands.split('|')[0]}`
  return {
    rule: 'formula',
    message: translate`${command} has no ${letter}: the page shows the ordinary letter.`,
    hint,
    ...(use && { offset: use.index }),
  }
}
