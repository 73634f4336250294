import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import type { citationFormats } from '../../site/routes.mjs'
import type { ArticleItem } from './csl'

// The defaults remove Han characters from titles, and do not use the slug as the key.
Object.assign(plugins.config.get('@bibtex').format, {
  asciiOnly: false,
  useIdAsLabel: true,
  checkLabel: false,
})

/** The formats for reference managers, by file name extension: `/posts/x.bib`. */
export const citationWriters = {
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
} as const satisfies Record<CitationFormat, unknown>

export type CitationFormat = (typeof citationFormats)[number]

export function isCitationFormat(text: string): text is CitationFormat {
  return Object.hasOwn(citationWriters, text)
}

/** citation-js escapes TeX's special characters only with `asciiOnly`, which removes Han characters. */
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
