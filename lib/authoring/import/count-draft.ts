import { countText } from '../../markdown/text/count'
import { visit } from '../../markdown/tree/visit'
import { splitPlaceholders } from './formulas/placeholders'
import { findUrls, parseDraft } from './rewrite-urls'

/** What a text contains, besides formulas and code. */
export interface DraftCounts {
  /** Han characters, kana and hangul count as one word each. */
  words: number
  images: number
  links: number
}

/** Count what a Markdown text contains whose formulas and code are placeholders. */
export function countDraft(text: string): DraftCounts {
  const texts: string[] = []
  const tree = parseDraft(text)
  visit(tree, 'text', ({ value }) => {
    texts.push(value)
  })
  const urls = findUrls(text, tree)
  const images = urls.filter(({ isImage }) => isImage).length
  return { words: countProse(texts.join('\n')), images, links: urls.length - images }
}

/** The words of a text without its placeholders. */
export function countProse(text: string): number {
  const prose = splitPlaceholders(text).map((piece) => (piece.kind === 'text' ? piece.text : ' '))
  const { ideographs, words } = countText(prose.join(''))
  return ideographs + words
}
