import type { BibEntry } from './citation-js'

/** Types that BibTeX and biblatex do not define, by what other programs mean by them. */
const typeAliases: Readonly<Record<string, string>> = {
  blog: 'online',
  code: 'software',
  data: 'dataset',
  preprint: 'online',
  program: 'software',
  web: 'online',
  webpage: 'online',
}

/** URLs of works in archives, by `eprinttype` (biblatex) or `archiveprefix` (BibTeX). */
const archives: Readonly<Record<string, string>> = {
  arxiv: 'https://arxiv.org/abs/',
  hdl: 'https://hdl.handle.net/',
  jstor: 'https://www.jstor.org/stable/',
  pubmed: 'https://pubmed.ncbi.nlm.nih.gov/',
}

const arxivId = /^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?$/

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * Write an entry of BibTeX, biblatex or a common variant of them in the types and fields of biblatex that citation-js reads:
 * one date, the URL of an e-print, the date of access, a newspaper.
 *
 *     @misc{x, eprint = {2006.11239}, archivePrefix = {arXiv}, year = 2020, month = jun}
 *     @online{x, url = {https://arxiv.org/abs/2006.11239}, date = {2020-06}}
 */
export function normaliseEntry({ type, label, ...rest }: BibEntry): BibEntry {
  const entry: BibEntry = {
    ...rest,
    type: typeAliases[type] ?? type,
    label,
    properties: { ...rest.properties },
  }
  joinDate(entry)
  findAccessDate(entry)
  readPreprint(entry)
  findUrl(entry)
  findNewspaper(entry)
  const { properties: fields } = entry
  if (fields.doi)
    fields.doi = plainField(fields.doi).replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '')
  // In BibTeX, @inbook may be a part without a title of its own: title is that of the book.
  if (entry.type === 'inbook' && !fields.booktitle && !fields.maintitle) entry.type = 'book'
  if (entry.type === 'misc' && isUrl(fields.url ?? fields.howpublished)) entry.type = 'online'
  if (entry.type === 'patent') fields.author ??= fields.holder ?? ''
  if (fields.eventtitle) fields.booktitle ??= fields.eventtitle
  // citation-js reads journaltitle only in @article.
  if (entry.type !== 'article' && fields.journaltitle) fields.journal ??= fields.journaltitle
  return entry
}

/** Text of a field without braces and white space at its ends. */
export function plainField(value: string | number | undefined): string {
  return String(value ?? '').replace(/^[{\s]+|[}\s]+$/g, '')
}

/** Replace year, month and day by a date, unless the year is not a number: `c1988`. */
function joinDate({ properties: fields }: BibEntry): void {
  const year = plainField(fields.year)
  if (fields.date || !/^\d{4}$/.test(year)) return
  const [, first = '', second = ''] = /^([a-z]+|\d+)[.,\s~]*(\d*)/i.exec(plainField(fields.month)) ?? []
  const month = monthOf(first)
  if (!month) return
  const day = Number(plainField(fields.day) || second)
  const parts = day > 0 && day < 32 ? [month, day] : [month]
  fields.date = [year, ...parts.map((part) => String(part).padStart(2, '0'))].join('-')
  delete fields.year
  delete fields.month
  delete fields.day
}

function monthOf(name: string): number | undefined {
  const number = /^\d+$/.test(name) ? Number(name) : months.indexOf(name.slice(0, 3).toLowerCase()) + 1
  return number >= 1 && number <= 12 ? number : undefined
}

/** Find when a web page was read: other programs have fields of their own for it, and authors write it in a note. */
function findAccessDate({ properties: fields }: BibEntry): void {
  for (const name of [
    'urlaccessdate',
    'accessed',
    'accessdate',
    'lastchecked',
    'lastaccessed',
    'lastvisited',
  ])
    if (/^\d{4}(-\d\d){0,2}$/.test(plainField(fields[name]))) fields.urldate ??= plainField(fields[name])
  const note = /(?:access|visit|retriev|check|访问|引用|检索|浏览)[^\d]{0,20}(\d{4}-\d\d-\d\d)/i.exec(
    plainField(fields.note),
  )
  if (!note?.[1]) return
  fields.urldate ??= note[1]
  delete fields.note
}

/** Read how programs write a preprint of arXiv as an article: `journal = {arXiv preprint arXiv:2006.11239}`, or CoRR. */
function readPreprint(entry: BibEntry): void {
  const { properties: fields } = entry
  const journal = plainField(fields.journal ?? fields.journaltitle)
  const id = /^(?:arXiv|CoRR)\b/i.test(journal)
    ? (/arxiv:\s*(\S+)/i.exec(journal)?.[1] ?? /^abs\/(\S+)$/.exec(plainField(fields.volume))?.[1])
    : undefined
  if (!id) return
  fields.eprint ??= id
  fields.eprinttype ??= 'arxiv'
  for (const name of ['journal', 'journaltitle', 'volume', 'number', 'pages']) delete fields[name]
}

/** Find the URL of an e-print. A preprint, which was published nowhere else, becomes a document of the web. */
function findUrl(entry: BibEntry): void {
  const { properties: fields } = entry
  const id = plainField(fields.eprint).replace(/^arxiv:\s*/i, '')
  const kind = plainField(fields.eprinttype ?? fields.archiveprefix).toLowerCase()
  const archive = Object.hasOwn(archives, kind) ? kind : kind === '' && arxivId.test(id) ? 'arxiv' : ''
  if (!id || !archive) return
  fields.url ??= archives[archive] + id
  const isPublished = fields.journal ?? fields.journaltitle ?? fields.booktitle
  if (/^(misc|unpublished|article)$/.test(entry.type) && !isPublished) entry.type = 'online'
}

/** A newspaper has no volumes or issues but days: `@newspaper`, or an article of a day. */
function findNewspaper(entry: BibEntry): void {
  const { properties: fields } = entry
  const isDaily =
    /^\d{4}-\d\d-\d\d$/.test(plainField(fields.date)) &&
    !['volume', 'number', 'issue', 'eid', 'doi', 'eprint'].some((name) => fields[name])
  if (entry.type === 'newspaper') entry.type = 'article'
  else if (entry.type !== 'article' || fields.entrysubtype || !isDaily) return
  fields.entrysubtype = 'newspaper'
}

function isUrl(value: string | number | undefined): boolean {
  return /^(\\url\{)?https?:/.test(plainField(value))
}
