import { type CslItem, loadPlugins } from '../../markdown/bibliography/citation-js'
import { hideFormulas, showFormulas } from '../../markdown/bibliography/title-formulas'
import type { Identifier } from './identifier'

/** A work as the registries of DOIs describe it: CSL-JSON with fields of their own. */
export type RegisteredItem = CslItem & {
  subtitle?: string | string[]
  'article-number'?: string
  'collection-title'?: string
  version?: string
}

/** The fields of registries that belong into an entry. They also have abstracts, licences and lists of references. */
const copied = [
  'author',
  'collection-title',
  'editor',
  'translator',
  'issued',
  'volume',
  'issue',
  'page',
  'edition',
  'version',
  'DOI',
  'publisher',
  'publisher-place',
] as const

/**
 * Write an entry of biblatex.
 *
 * @param key of the entry
 * @param arxiv its number in arXiv, for a preprint
 */
export function writeEntry(item: RegisteredItem, key: string, { arxiv }: Identifier): string {
  const { output, config } = loadPlugins()
  // Letters with accents stay as they are; this program runs nothing else.
  config.get('@bibtex').format.asciiOnly = false
  const fields = selectFields(item, key, arxiv !== undefined)
  const entry = showFormulas(output.format('biblatex', [fields])).trim()
  const eprint = arxiv === undefined ? '' : `  eprint = {${arxiv}},\n  eprinttype = {arxiv},\n`
  return `${entry.replaceAll('\t', '  ').replace(/\}$/, eprint)}}\n`
}

function selectFields(item: RegisteredItem, key: string, isPreprint: boolean): CslItem {
  const fields = copied.flatMap((name) => (isEmpty(item[name]) ? [] : [[name, item[name]]]))
  const container = [item['container-title'] ?? []].flat()[0]
  const result: Record<string, unknown> = {
    ...Object.fromEntries(fields),
    id: key,
    'citation-key': key,
    type: isPreprint ? 'webpage' : item.type,
    title: [titleOf(item), ...[item.subtitle ?? []].flat()].filter(Boolean).map(toTex).join(': '),
    ...(container && !isPreprint && { 'container-title': toTex(container) }),
  }
  if (isPreprint) for (const name of ['DOI', 'publisher', 'version']) delete result[name]
  if (String(result.type).startsWith('article-')) {
    delete result.publisher
    delete result['publisher-place']
    if (!item.page && item['article-number']) result.number = item['article-number']
  }
  return result as unknown as CslItem
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

/** The title of a work; some registries have a list of one. */
export function titleOf({ title }: RegisteredItem): string {
  return String([title ?? ''].flat()[0] ?? '')
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

/**
 * Write a title of a registry in TeX. Registries write formatting in HTML, and formulas in MathML or TeX, which are hidden
 * from citation-js: it puts capital letters in braces.
 */
function toTex(html: string): string {
  const text = html
    .replace(/<(?:mml:)?annotation\b[\s\S]*?<\/(?:mml:)?annotation>/g, '')
    .replace(/<\/?(?!\/?(?:i|b|sup|sub|sc)>)[a-z][^<>]*>/gi, '')
    .replace(/&(\w+);/g, (entity, name: string) => entities[name] ?? entity)
    .replace(/\s+/g, ' ')
    .trim()
  return hideFormulas(text).replace(/\\?([&%#_$])/g, '\\$1')
}

/** A key for a work, `shannon1948`; with a letter if the bibliography has that key already. */
export function createKey(item: RegisteredItem, isTaken: (key: string) => boolean): string {
  const [first] = item.author ?? item.editor ?? []
  const name = first?.family ?? first?.literal ?? titleOf(item)
  const word =
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .match(/[\p{L}\p{N}]+/gu)
      ?.find((part) => /^\p{Lu}|\p{Lo}/u.test(part))
      ?.toLowerCase() ?? 'work'
  const stem = `${word}${item.issued?.['date-parts']?.[0]?.[0] ?? ''}`
  let key = stem
  for (let number = 1; isTaken(key); number++) key = stem + toLetters(number)
  return key
}

/** `a` to `z`, then `aa`. */
function toLetters(number: number): string {
  const rest = Math.floor((number - 1) / 26)
  return (rest > 0 ? toLetters(rest) : '') + String.fromCharCode(97 + ((number - 1) % 26))
}
