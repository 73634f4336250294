import type { BibEntry, CslDate, CslItem, CslName } from './citation-js'
import { plainField } from './normalise-entry'

const ordinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
]

/** Numerals up to ten: `第二版`. */
const hanNumerals = [...'一二三四五六七八九十']

/** Is this a Chinese work? Its entry has Chinese words for "et al.", the translator and the edition. */
export function isChinese({ title, author }: CslItem): boolean {
  return /\p{Script=Han}/u.test(`${title}${JSON.stringify(author)}`)
}

/**
 * Prepare a work for `gb-t-7714.csl`: what the standard asks for and a style cannot express.
 *
 * @param entry its entry in the `.bib` file
 */
export function toGbItem(item: CslItem, entry: BibEntry): CslItem {
  const isChineseWork = isChinese(item)
  const result: CslItem = { ...item, language: isChineseWork ? 'zh-CN' : 'en' }
  const medium = mediumOf(entry)
  if (medium) result.medium = medium
  else delete result.medium
  const edition = printEdition(readEdition(item.edition), isChineseWork)
  if (edition) result.edition = edition
  else delete result.edition
  if (item.volume !== undefined && !isArticle(item)) result.volume = printVolume(item.volume, isChineseWork)
  if (item.issued) result.issued = withOneYear(item.issued)
  // An article number replaces pages; elsewhere the number is that of the work.
  if (item.type !== 'article-journal' && entry.properties.eid !== undefined) delete result.number
  if (item.DOI && item.URL?.toLowerCase().includes(item.DOI.toLowerCase())) delete result.DOI
  for (const role of ['author', 'editor', 'translator', 'container-author'] as const) {
    const names = item[role]
    if (names) result[role] = names.map((name) => toGbName(name, isChineseWork))
  }
  if (!item.URL) delete result.accessed
  return withOnlineDate(result)
}

/** Family names are in capitals, but not the names of organisations: a style cannot distinguish them. */
function toGbName(name: CslName, isChineseWork: boolean): CslName {
  const { family, literal, 'non-dropping-particle': particle } = name
  if (literal === 'et al' && isChineseWork) return { literal: '等' }
  return {
    ...name,
    ...(family !== undefined && { family: toCapitals(family) }),
    ...(particle !== undefined && { 'non-dropping-particle': toCapitals(particle) }),
  }
}

/** Tags, which are formatting of TeX, stay as they are. */
function toCapitals(html: string): string {
  return html.replace(/(<[^<>]*>)|[^<]+/g, (text, tag?: string) => tag ?? text.toUpperCase())
}

/** The letters of the kind of document, if the type of the work does not give them: `mark = {DB}` is common in China. */
function mediumOf({ type, properties }: BibEntry): string | undefined {
  const mark = /^([A-Z]{1,2})(?:\/OL)?$/.exec(plainField(properties.mark))?.[1]
  return mark ?? (/^(mv)?proceedings$/.test(type) ? 'C' : undefined)
}

/**
 * Read the edition of a work: a number, or words such as `刻本`. The first edition is not printed.
 *
 *     4, 4th, Fourth, 4th ed., 第4版, 第四版  →  4
 *     Rev.                                    →  Rev. ed.
 */
function readEdition(edition: string | number | undefined): number | string | undefined {
  const text = String(edition ?? '').trim()
  const word = text.toLowerCase().replace(/\s*(ed\.?|edition)$/, '')
  const digits = /^第?(\d+)(?:st|nd|rd|th)?版?$/.exec(word)?.[1]
  const han = hanNumerals.indexOf(/^第?([一二三四五六七八九十])版$/.exec(text)?.[1] ?? '')
  const number = digits === undefined ? Math.max(ordinals.indexOf(word), han) + 1 : Number(digits)
  if (number > 0) return number === 1 ? undefined : number
  return /^rev(\.|ised)?$/.test(word) ? 'Rev. ed.' : text || undefined
}

function printEdition(edition: number | string | undefined, isChineseWork: boolean): string | undefined {
  if (typeof edition !== 'number') return edition
  if (isChineseWork) return `${edition}版`
  const isTeen = edition % 100 > 10 && edition % 100 < 14
  return `${edition}${(!isTeen && ['th', 'st', 'nd', 'rd'][edition % 10]) || 'th'} ed.`
}

/** A number gets the word for volumes; other volumes have one: `下册`, `Part B`. */
function printVolume(volume: string | number, isChineseWork: boolean): string {
  if (!/^(\d+([-–/]\d+)?|[IVXL]+)$/.test(String(volume))) return String(volume)
  return isChineseWork ? `第${volume}卷` : `Vol. ${volume}`
}

/** A range of years is text for the style: `1968-2011`. */
function withOneYear(date: CslDate): CslDate {
  const [first, last] = date['date-parts'] ?? []
  if (!first || !last) return date
  return first[0] === last[0] ? { 'date-parts': [first] } : { literal: `${first[0]}-${last[0] ?? ''}` }
}

/** Is this a part of a journal or a newspaper, whose volume and date have another place? */
function isArticle({ type = '' }: CslItem): boolean {
  return /^(article-|periodical|review)/.test(type)
}

/** Documents of the web have the date of publication in parentheses, unless a publisher's year precedes it. */
function withOnlineDate(item: CslItem): CslItem {
  const { type = '', issued, URL, publisher } = item
  if (!URL || !issued || isArticle(item) || type === 'patent') return item
  const isDay = (issued['date-parts']?.[0]?.length ?? 0) > 2
  if (publisher && !(isDay && /^(webpage|post)/.test(type))) return item
  const { issued: _, ...rest } = item
  return { ...(publisher ? item : rest), 'available-date': issued }
}
