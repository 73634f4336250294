import { translate } from '../../site/messages/translate.mjs'
import {
  closingBrackets,
  fileLength,
  nestingDepth,
  openBrackets,
  quotesAndUnderlines,
  statementDepth,
} from './limits'

/** The position at which a text exceeds a limit. */
interface Excess {
  line: number
  column: number
  message: string
  hint: string
}

const marker = /[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/y
const thematicBreak = /^[ \t]*([-*_])(?:[ \t]*\1)*[ \t]*$/

/**
 * Check before parsing that the parser can read a text in reasonable time. This looks at each line once, and takes a
 * thousandth of the parser's time.
 */
export function checkText(text: string): Excess | undefined {
  if (text.length > fileLength) return tooLong(text)
  const brackets = createBracketCounter()
  let statements = 0
  let restarts = 0
  let previous = ''
  for (const [index, content] of text.split('\n').entries()) {
    const start = { line: index + 1, column: 1 }
    const markers = countMarkers(content)
    if (markers > nestingDepth)
      return { ...start, ...tooDeep(translate`${markers} nested quotes and lists`, nestingDepth) }
    statements = Math.max(0, statements + statementChange(content))
    if (statements > statementDepth)
      return { ...start, ...tooDeep(translate`${statements} nested statements (:::)`, statementDepth) }
    if (isRestart(content, previous) && ++restarts > quotesAndUnderlines)
      return {
        ...start,
        message: translate`Found more than ${quotesAndUnderlines} quotes and underlined headings in one file.`,
        hint: translate`Split the article, or write headings with #.`,
      }
    const excess = brackets(content)
    if (excess) return { ...excess, line: index + 1 }
    previous = content
  }
  return undefined
}

/** Does a quote start here, or is the previous line underlined? For each, the parser copies the tokens so far. */
function isRestart(line: string, previous: string): boolean {
  if (/^ {0,3}>/.test(line)) return !/^ {0,3}>/.test(previous)
  return previous.trim() !== '' && /^ {0,3}(?:-+|=+)[ \t\r]*$/.test(line)
}

/** Create a function that counts the brackets of each paragraph line by line, and returns where there are too many. */
function createBracketCounter(): (line: string) => Omit<Excess, 'line'> | undefined {
  let open = 0
  let braces = 0
  let closed = 0
  return (line) => {
    if (line.trim() === '') open = braces = closed = 0
    // Table cells are parsed separately, and a definition is not a link.
    const isSeparate = /^[ \t>]*(?:\||\[[^\]]*\]:)/.test(line)
    for (let index = line.search(/[[\]{}]/); index >= 0 && index < line.length; index++) {
      const character = line.charAt(index)
      const column = index + 1
      if (character === '\\') index++
      else if (character === '[' && ++open > openBrackets)
        return { column, ...tooDeep(translate`${open} open brackets`, openBrackets) }
      else if (character === '{' && ++braces > openBrackets)
        return { column, ...tooDeep(translate`${braces} open braces`, openBrackets) }
      else if (character === '}') braces = Math.max(0, braces - 1)
      else if (character === ']') {
        open = Math.max(0, open - 1)
        if (!isSeparate && ++closed > closingBrackets)
          return {
            column,
            message: translate`Found a paragraph with more than ${closingBrackets} closing brackets.`,
            hint: translate`Split the paragraph.`,
          }
      }
    }
    return undefined
  }
}

/** The message for something that is nested too deeply. */
export function tooDeep(found: string, bound: number): { message: string; hint: string } {
  return {
    message: translate`Found ${found}: nested too deeply; expected at most ${bound} levels.`,
    hint: translate`Check that everything is closed, or split it.`,
  }
}

function tooLong(text: string): Excess {
  const before = text.slice(0, fileLength)
  return {
    line: before.split('\n').length,
    column: 1,
    message: translate`Found a file of ${text.length} characters; expected at most ${fileLength}.`,
    hint: translate`Split it into several articles, for example a series.`,
  }
}

/** The number of markers of quotes and list items at the start of a line. */
function countMarkers(line: string): number {
  let count = 0
  marker.lastIndex = 0
  while (marker.test(line)) count++
  return count > nestingDepth && thematicBreak.test(line) ? 0 : count
}

/** 1 if a line opens a statement, -1 if it closes one. */
function statementChange(line: string): number {
  if (!line.includes(':::')) return 0
  if (/^[ \t>]*:{3,}[a-zA-Z]/.test(line)) return 1
  return /^[ \t>]*:{3,}\s*$/.test(line) ? -1 : 0
}
