import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import type { ArticleItem } from './csl'

// Otherwise titles lose their Han characters, and entries are named by something else than their slug.
Object.assign(plugins.config.get('@bibtex').format, {
  asciiOnly: false,
  useIdAsLabel: true,
  checkLabel: false,
})

/** What reference managers read, by the end of its address: `/posts/x.bib`. */
export const citationFormats = {
  bib: {
    name: 'BibTeX',
    type: 'application/x-bibtex; charset=utf-8',
    write: (item: ArticleItem) => `${plugins.output.format('biblatex', [withTexEscaped(item)]).trim()}\n`,
  },
  ris: {
    name: 'RIS',
    type: 'application/x-research-info-systems; charset=utf-8',
    write: (item: ArticleItem) => `${plugins.output.format('ris', [item]).trimEnd()} \n`,
  },
  json: {
    name: 'CSL-JSON',
    type: 'application/vnd.citationstyles.csl+json; charset=utf-8',
    write: (item: ArticleItem) => `${JSON.stringify([item], null, 2)}\n`,
  },
} as const

export type CitationFormat = keyof typeof citationFormats

export function isCitationFormat(text: string): text is CitationFormat {
  return Object.hasOwn(citationFormats, text)
}

/** citation-js escapes what TeX reads as commands only where it leaves out Han characters too. */
function withTexEscaped(item: ArticleItem): ArticleItem {
  return {
    ...item,
    title: escapeTex(item.title),
    author: item.author.map(({ literal }) => ({ literal: escapeTex(literal) })),
    ...(item.publisher && { publisher: escapeTex(item.publisher) }),
    ...(item['container-title'] && { 'container-title': escapeTex(item['container-title']) }),
  }
}

const commands: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

function escapeTex(text: string): string {
  return text.replace(/[\\~^&%$#_{}]/g, (character) => commands[character] ?? `\\${character}`)
}
