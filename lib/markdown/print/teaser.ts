import type { Element, Root, RootContent } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import { teaserMarker } from '../remark/remark-teaser-marker'
import { countWords, formulaOf } from '../text/count'

/** Preferred length in characters of a teaser without a marker. */
const wantedLength = 300
/** Lines that fill a window. */
const screen = 20
/** Lines that an image or a component takes. */
const picture = 8
/** Characters in a line. */
const measure = 40

export interface Teaser {
  children: RootContent[]
  /** The teaser contains the whole article. */
  complete: boolean
}

/**
 * Cut the start of an article: up to the author's marker, or up to the end of the paragraph nearest to 300 characters, or
 * all of it. It never ends inside a block, or between a paragraph and the display that it introduces. It has no headings: it
 * ends before the first one after a paragraph. If it would fill a window, it ends after a paragraph and the formula that follows.
 */
export function cutTeaser(tree: Root): Teaser {
  const blocks = tree.children.filter((node) => !isBlank(node) && !isFootnotes(node))
  const marker = blocks.findIndex(isMarker)
  const opening = readOpening(marker < 0 ? blocks : blocks.slice(0, marker))
  const end = marker < 0 ? naturalEnd(opening) : opening.length
  const lines = opening.slice(0, end).reduce((sum, block) => sum + linesOf(block), 0)
  const children = opening.slice(0, lines > screen ? shortEnd(opening) : end)
  return { children, complete: children.length === blocks.filter((node) => !isMarker(node)).length }
}

/** The blocks before the first heading after a paragraph, without the headings before it. */
function readOpening(blocks: RootContent[]): RootContent[] {
  const paragraph = blocks.findIndex((block) => isElement(block, 'p'))
  const heading = blocks.findIndex((block, index) => index > paragraph && isHeading(block))
  const opening = paragraph < 0 || heading < 0 ? blocks : blocks.slice(0, heading)
  return opening.filter((block) => !isHeading(block))
}

/** The end after the first paragraph and the display that follows it. */
function shortEnd(blocks: RootContent[]): number {
  const end = Math.max(1, blocks.findIndex((block) => isElement(block, 'p')) + 1)
  return isDisplay(blocks[end]) ? end + 1 : end
}

/** The lines that a block takes, roughly. */
function linesOf(block: RootContent): number {
  if (isDisplay(block)) return 2 + hastToString(block).split('\\\\').length
  if (isElement(block, 'pre')) return hastToString(block).split('\n').length
  if (isElement(block, 'figure') || hastToString(block) === '') return picture
  return 1 + Math.ceil(lengthOf(block) / measure)
}

function naturalEnd(blocks: RootContent[]): number {
  let length = 0
  let best = { end: blocks.length, distance: Number.POSITIVE_INFINITY }
  for (const [index, block] of blocks.entries()) {
    length += lengthOf(block)
    const next = blocks[index + 1]
    if (!next) {
      // The end of the article is a candidate too, so that a short post is shown whole.
      if (Math.abs(length - wantedLength) <= best.distance) best = { end: blocks.length, distance: 0 }
      break
    }
    const isBoundary = isElement(block, 'p') && !introduces(block, next)
    const distance = Math.abs(length - wantedLength)
    if (isBoundary && distance < best.distance) best = { end: index + 1, distance }
    if (length > wantedLength && best.end <= index + 1) break
  }
  return best.end
}

/** Does a paragraph introduce the next block? True if it ends in a colon or comma, or a display follows. */
function introduces(paragraph: Element, next: RootContent): boolean {
  return isDisplay(next) || /[:：,，]$/.test(hastToString(paragraph).trim())
}

function lengthOf(block: RootContent): number {
  const { words, formulas } = countWords({ type: 'root', children: [block] })
  return words + formulas
}

function isDisplay(node: RootContent | undefined): boolean {
  return node?.type === 'element' && formulaOf(node)?.display === true
}

function isHeading(node: RootContent): boolean {
  return node.type === 'element' && /^h[1-6]$/.test(node.tagName)
}

export function isMarker(node: RootContent): boolean {
  return isElement(node, teaserMarker)
}

function isElement(node: RootContent, name: string): node is Element {
  return node.type === 'element' && node.tagName === name
}

function isBlank(node: RootContent): boolean {
  return (node.type === 'text' && node.value.trim() === '') || node.type === 'comment'
}

function isFootnotes(node: RootContent): boolean {
  return isElement(node, 'section') && Boolean(node.properties.dataFootnotes)
}
