import { escapeText } from '../../print/escape'
import { writeMark } from '../../print/formula-marks'
import { adaptColours } from './formula-colour'

/** The parts of KaTeX's HTML. */
export interface KatexOutput {
  /** The HTML without numbers. */
  html: string
  /** The numbers beside the rows. */
  numbers?: string
  /** The MathML with numbers. */
  mathml: string
  /** The formula shows nothing. */
  isBlank: boolean
}

const mathEnd = '</math>'

/**
 * Split KaTeX's HTML at its only `<math>` element, and take the numbers out of both parts.
 * @param tex the author's TeX, for the annotation
 */
export function readKatexOutput(katex: string, tex: string): KatexOutput {
  const start = katex.indexOf('<math')
  if (start < 0) return { html: katex, mathml: '', isBlank: false }
  const end = katex.indexOf(mathEnd) + mathEnd.length
  const { plain, numbered, isBlank } = readMath(katex.slice(start, end), tex)
  const { rest, numbers } = takeNumbers(adaptColours(katex.slice(end)))
  const html = katex.slice(0, start) + plain + rest
  return {
    html,
    ...(numbers && { numbers }),
    // A slice shares its memory with the whole string.
    mathml: numbered === plain ? html.slice(start, start + plain.length) : numbered,
    isBlank,
  }
}

/**
 * Take the numbers out of KaTeX's HTML. They are links, but that HTML is hidden from assistive technology. Outside of it
 * they also remain visible while a wide formula scrolls.
 */
function takeNumbers(html: string): { rest: string; numbers?: string } {
  const start = html.indexOf('<span class="katex-tag"')
  if (start < 0) return { rest: html }
  const tag = /<(\/?)span\b/g
  tag.lastIndex = start
  let depth = 0
  let end = start
  do {
    const found = tag.exec(html)
    if (!found) break
    depth += found[1] ? -1 : 1
    end = found.index + '</span>'.length
  } while (depth > 0)
  return { rest: html.slice(0, start) + html.slice(end), numbers: html.slice(start, end) }
}

/**
 * Read KaTeX's MathML, and write it without numbers and with them as a last column. The annotation gets the author's TeX.
 *
 * KaTeX's own placeholders for numbers are removed: empty cells, and cells that only some rows have, which misalign the
 * columns. A single number is in a table around the formula. Links are removed, because screen readers would read them
 * twice.
 */
function readMath(math: string, tex: string): { plain: string; numbered: string; isBlank: boolean } {
  const [, open = '', content = ''] = /^(<math[^>]*><semantics>)(.*)<annotation/s.exec(math) ?? []
  const body = content.replace(/ href="[^"]*"/g, '')
  const close = `<annotation encoding="application/x-tex">${escapeText(tex)}</annotation></semantics>${mathEnd}`
  const wrap = (inner: string) => open + inner + close
  const [, single, tag] = singleNumber.exec(body) ?? []
  if (single !== undefined && tag !== undefined) {
    // Table cells are in text style by default.
    const row = `<mtable displaystyle="true"><mtr><mtd>${single}</mtd><mtd>${tag}</mtd></mtr></mtable>`
    return { plain: wrap(single), numbered: wrap(row), isBlank: false }
  }
  let rows = 0
  const numbered = body.replace(numberCells, (_, rowEnd: string) =>
    rowEnd ? `<mtd><mtext>(${writeMark(rows++)})</mtext></mtd>${rowEnd}` : '',
  )
  return {
    plain: wrap(body.replace(numberCells, '$1')),
    numbered: wrap(numbered),
    isBlank: body === '<mrow></mrow>',
  }
}

/** The table around a formula with one number. */
const singleNumber =
  /^<mtable width="100%"><mtr><mtd width="50%"><\/mtd><mtd>(.*)<\/mtd><mtd width="50%"><\/mtd><mtd>(.*)<\/mtd><\/mtr><\/mtable>$/s

/** KaTeX's placeholders for the numbers of rows. Those of one row end with `</mtr>`. */
const numberCells = /(?:<mtd class ?="(?:mtr-glue|mml-eqn-num)"><\/mtd>)+(<\/mtr>)?/g
