import { translate } from '../../site/messages/translate.mjs'
import type { Problem } from '../problems/problem'
import { isKnownType } from './check-entries'
import type { BibEntry } from './citation-js'
import { plainField } from './normalise-entry'
import { type CitationOptions, createProcessor, gbStyle } from './processor'
import { type BibFile, readEntries } from './read-entries'
import { toCsl } from './to-csl'

/** Fields for programs, or about the author's copy; and what is printed in other words or with another field. */
const silentFields = new Set(
  (
    'abstract annotation annote archiveprefix bibsource biburl comment copyright crossref day eprintclass eprinttype ' +
    'entrysubtype file gender groups hyphenation ids isbn issn isrn key keywords label langid language library mark month ' +
    'mrclass mrnumber mrreviewer nationality numpages options owner pagetotal pdf pmcid pmid presort primaryclass priority ' +
    'publicationstatus pubstate related shortauthor shorteditor shortjournal shortseries shorttitle sortkey sortname sorttitle ' +
    'timestamp type urn xdata xref zblnumber'
  ).split(' '),
)

/** Types of works that are of no kind. */
const otherTypes = new Set(['misc', 'unpublished'])

/**
 * Find the types and fields of entries that the style does not print. An entry is formatted with and without each field, but only
 * once for entries with the same type and fields.
 */
export function findUnprintedFields(text: string, file: string, options: CitationOptions): Problem[] {
  const bib = readEntries(text, file)
  /** Fields that were not printed, by type and fields. */
  const known = new Map<string, string[]>()
  return bib.entries.flatMap((entry) => {
    const warning = (message: string, hint: string, field?: string): Problem => {
      const place = bib.placeOf(entry.label, field)
      return { file, ...place, severity: 'warning', rule: 'bibliography', message, hint }
    }
    const names = Object.keys(entry.properties).filter((name) => isPrintable(entry, name))
    const shape = [entry.type, ...names.toSorted()].join(' ')
    const candidates = known.get(shape) ?? names
    const { isOther, unprinted } = findIn(entry, candidates, bib, options)
    if (!known.has(shape)) known.set(shape, unprinted)
    return [
      ...(isOther
        ? [
            warning(
              translate`The style ${options.style} has no letters for @${entry.type}; it prints "${entry.label}" as [Z], another kind.`,
              translate`Write the letters of the standard into the entry: mark = {A} for archives, {CM} for maps, {DB} for databases.`,
            ),
          ]
        : []),
      ...unprinted.map((name) =>
        warning(
          translate`The style ${options.style} does not print the field ${name} of "${entry.label}" (@${entry.type}).`,
          translate`Write its value into a field that is printed, or remove it.`,
          name,
        ),
      ),
    ]
  })
}

function isPrintable({ properties }: BibEntry, name: string): boolean {
  return !silentFields.has(name) && !/^(bdsk-|date-)/.test(name) && plainField(properties[name]) !== ''
}

function findIn(
  entry: BibEntry,
  candidates: readonly string[],
  { entries, placeOf }: BibFile,
  options: CitationOptions,
): { isOther: boolean; unprinted: string[] } {
  const { crossref } = entry.properties
  const parents = crossref === undefined ? [] : entries.filter(({ label }) => label === crossref)
  const print = (changed: BibEntry) => {
    const { works } = toCsl({ entries: [changed, ...parents], placeOf, problems: [] }, '')
    return works.length === 0 ? '' : formatFirst(works.slice(0, 1), options)
  }
  const full = print(entry)
  const printed = toLetters(full.replace(/<[^>]*>/g, ''))
  const unprinted = candidates.filter((name) => {
    const { [name]: value, ...properties } = entry.properties
    return print({ ...entry, properties }) === full && !printed.includes(toLetters(plainField(value)))
  })
  const isOther = options.style === gbStyle && /\[Z(\/OL)?\]/.test(full) && isKnownType(entry.type)
  return { isOther: isOther && !otherTypes.has(entry.type), unprinted }
}

function formatFirst(works: Parameters<typeof createProcessor>[0], options: CitationOptions): string {
  const processor = createProcessor(works, options)
  const citationItems = works.map((_, index) => ({ id: String(index) }))
  processor.rebuildProcessorState(
    [{ citationID: '0', citationItems, properties: { noteIndex: 0 } }],
    'html',
    [],
  )
  return processor.makeBibliography()[1].join('')
}

/** Letters and digits only: TeX, ranges and capitals are printed in other ways. */
function toLetters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()
}
