import { documentTypes } from './document-types'
import { isRecord } from './is-record'

/** What front matter means here: the fields of a document type, whichever system the file was written for. */
export interface Translation {
  /** Our fields. */
  fields: Record<string, unknown>
  /** The names that the author wrote, of fields that have another name here. */
  origins: Readonly<Record<string, string>>
  /** Names of authors, which may have no file in `content/authors`. */
  authorNames?: string[]
  /** Fields that neither we nor the systems we know have. */
  unknown: string[]
  /** Fields that would hide a document of a type that cannot be hidden: ignoring them would publish it. */
  hiding: string[]
}

type Data = Readonly<Record<string, unknown>>

/** Names of fields in Hexo, Hugo, Jekyll and the like, by our name. The first that has a usable value is read. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  summary: ['description', 'excerpt'],
  description: ['summary', 'excerpt'],
  updated: ['lastmod', 'modified', 'last_modified_at'],
  category: ['categories'],
  cover: ['image', 'thumbnail'],
}

/** Fields of other systems that have no meaning here: what they switch on is always on, or decided by the site. */
const ignored = [
  ...['layout', 'type', 'weight', 'top', 'sticky', 'pinned', 'subtitle', 'keywords'],
  ...['mathjax', 'math', 'katex', 'toc', 'comments'],
]

const known: ReadonlySet<string> = new Set([
  ...Object.values(synonyms).flat(),
  // Read by `translate`, though we have no field that is the same.
  ...['author', 'published'],
  ...ignored,
  // Other systems have them on pages too.
  ...Object.keys(documentTypes.posts.fields),
])

/** The names that a field of ours may have in a file, ours first. */
export function namesOf(field: string): readonly string[] {
  return [field, ...(Object.hasOwn(synonyms, field) ? (synonyms[field] ?? []) : [])]
}

/**
 * Translate front matter that may have been written for another system.
 *
 *     categories: [数学, 分析]            category: 数学
 *     tags: 变分, 极值               →    tags: [变分, 极值, 分析]
 *     published: false                    draft: true
 *
 * A value of another system's field that cannot be ours (`image: true`) is left out: it means something else there.
 *
 * @param names of the fields of the document type
 */
export function translateFields(data: Data, names: readonly string[]): Translation {
  const fields: Record<string, unknown> = {}
  const origins: Record<string, string> = {}
  for (const name of names) {
    const found = findValue(name, data, names)
    if (!found) continue
    fields[name] = found.value
    if (found.written !== name) origins[name] = found.written
  }
  const has = (name: string) => names.includes(name)
  if (has('draft') && data.published === false && fields.draft !== true) {
    fields.draft = true
    origins.draft = 'published'
  }
  const authorNames = has('authors') && fields.authors === undefined ? namesIn(data.author) : undefined
  return {
    fields: splitCategories(fields),
    origins,
    ...(authorNames && { authorNames }),
    unknown: Object.keys(data).filter((name) => !has(name) && !known.has(name)),
    hiding: has('draft') ? [] : Object.keys(data).filter((name) => !has(name) && hides(name, data[name])),
  }
}

/** The value of a field, under our name or another system's. */
function findValue(
  name: string,
  data: Data,
  names: readonly string[],
): { written: string; value: unknown } | undefined {
  for (const written of namesOf(name)) {
    const isOurs = written === name
    if (!Object.hasOwn(data, written) || (!isOurs && names.includes(written))) continue
    const value = toOurs(name, data[written], isOurs)
    if (value === null || value === undefined) continue
    if (isOurs || isPossible(value)) return { written, value }
  }
  return undefined
}

/** Every field with synonyms is text, or is made of texts. */
function isPossible(value: unknown): boolean {
  return (typeof value === 'string' && value.trim() !== '') || (Array.isArray(value) && value.length > 0)
}

function toOurs(name: string, value: unknown, isOurs: boolean): unknown {
  switch (name) {
    case 'tags':
      return namesIn(value) ?? value
    case 'category':
      return isOurs && typeof value === 'string' ? value : (namesIn(value) ?? value)
    case 'slug':
      return typeof value === 'number' ? String(value) : value
    case 'cover':
      // Themes of Hugo have `cover: { image: …, alt: … }`.
      return isRecord(value) ? (value.image ?? value.src ?? value.url ?? value) : value
    default:
      return value
  }
}

/** The names in `甲`, `甲, 乙`, `[甲, 2024]` or `[[甲, 乙], [丙]]`; undefined if there is something else. */
function namesIn(value: unknown): string[] | undefined {
  if (typeof value === 'string') {
    const names = value.split(/[,，、]/).map((name) => name.trim())
    return [...new Set(names.filter((name) => name !== ''))]
  }
  if (!Array.isArray(value)) return undefined
  // Hexo has lists of categories in a list.
  const items: unknown[] = value.flat(2)
  const isNames = items.every((item) => typeof item === 'string' || typeof item === 'number')
  return isNames ? [...new Set(items.map(String))] : undefined
}

/** A post has one category here, the first. The others become tags. */
function splitCategories(fields: Data): Record<string, unknown> {
  const { category, ...others } = fields
  if (!Array.isArray(category)) return { ...fields }
  const [first, ...rest]: string[] = category
  const tags = Array.isArray(others.tags) ? others.tags : []
  const all = [...new Set([...tags, ...rest])]
  return { ...others, ...(first !== undefined && { category: first }), ...(all.length > 0 && { tags: all }) }
}

function hides(name: string, value: unknown): boolean {
  return name === 'published' ? value === false : /^(draft|unlisted)$/.test(name) && value === true
}
