import type { Element, Root, RootContent } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import { countWords, formulaOf } from './count'
import { teaserMarker } from './remark-teaser-marker'

/** Where a teaser without a marker would best end: characters of text. */
const wantedLength = 300

export interface Teaser {
  children: RootContent[]
  /** The article holds nothing more: no link to read on. */
  complete: boolean
}

/**
 * The opening of an article: up to the author's marker, else up to the paragraph boundary nearest to 300
 * characters, else the whole. Never ends inside a block, nor between a paragraph and the display it introduces.
 */
export function cutTeaser(tree: Root): Teaser {
  const blocks = tree.children.filter((node) => !isBlank(node) && !isFootnotes(node))
  const marker = blocks.findIndex(isMarker)
  const end = marker >= 0 ? marker : naturalEnd(blocks)
  const rest = blocks.slice(end).filter((node) => !isMarker(node))
  return { children: blocks.slice(0, end), complete: rest.length === 0 }
}

function naturalEnd(blocks: RootContent[]): number {
  let length = 0
  let best = { end: blocks.length, distance: Number.POSITIVE_INFINITY }
  for (const [index, block] of blocks.entries()) {
    length += lengthOf(block)
    const next = blocks[index + 1]
    if (!next) {
      // The end of the article competes too: a short post shows whole rather than losing its last lines.
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

/** A paragraph ending in a colon or comma, or followed by a display, leads on to what comes next. */
function introduces(paragraph: Element, next: RootContent): boolean {
  return formulaOf(next)?.display === true || /[:：,，]$/.test(hastToString(paragraph).trim())
}

function lengthOf(block: RootContent): number {
  const { words, formulas } = countWords({ type: 'root', children: [block] })
  return words + formulas
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
