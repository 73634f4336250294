import type { Root } from 'mdast'
import { toString as mdastToString } from 'mdast-util-to-string'
import { spacelessLetters } from '../text/scripts'
import { visit } from '../tree/visit'

// Scripts without spaces between words, and their punctuation.
const wide = `[${spacelessLetters}\\u3001-\\u303F・\\uFF01-\\uFF60‘’“”…—]`
const wideStart = new RegExp(`^${wide}`, 'u')
const wideEnd = new RegExp(`${wide}$`, 'u')
const softBreak = new RegExp(`(?<=${wide})[ \\t]*\\n[ \\t]*(?=${wide})`, 'gu')
const breakAtEnd = new RegExp(`(?<=${wide})[ \\t]*\\n[ \\t]*$`, 'u')
const breakAtStart = new RegExp(`^[ \\t]*\\n[ \\t]*(?=${wide})`, 'u')

/**
 * Remove line breaks between two Han characters or kana. A line break next to a Latin letter remains a space.
 *
 *     甲⏎乙  →  甲乙        甲⏎word  →  甲 word
 */
export function remarkSoftBreaks() {
  return (tree: Root): void => {
    visit(tree, 'text', (text, index, parent) => {
      if (!text.value.includes('\n')) return
      text.value = text.value.replace(softBreak, '')
      if (!parent || index === undefined) return
      // A display is on its own line, so a line break next to it is not a space.
      const [before, after] = [parent.children[index - 1], parent.children[index + 1]]
      if (isDisplay(before)) text.value = text.value.replace(/^\s*\n\s*/, '')
      if (isDisplay(after)) text.value = text.value.replace(/\s*\n\s*$/, '')
      if (startsWide(after)) text.value = text.value.replace(breakAtEnd, '')
      if (endsWide(before)) text.value = text.value.replace(breakAtStart, '')
    })
  }
}

function startsWide(node: Root['children'][number] | undefined): boolean {
  return node !== undefined && wideStart.test(mdastToString(node))
}

function endsWide(node: Root['children'][number] | undefined): boolean {
  return node !== undefined && wideEnd.test(mdastToString(node))
}

function isDisplay(node: Root['children'][number] | undefined): boolean {
  return (
    node?.type === 'inlineMath' && JSON.stringify(node.data?.hProperties?.className).includes('math-display')
  )
}
