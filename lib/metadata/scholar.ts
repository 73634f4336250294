import { site } from '../../site.config'
import type { CslItem } from '../bibliography/citation-js'
import { toCsl } from '../cite/csl'
import type { Article } from '../content/queries'
import { formatDay } from '../i18n/dates'
import { licenceOf } from './licence'

/** The content of `<meta>` by its name; several of one name in a list. */
export type MetaTags = Record<string, string | string[]>

/**
 * What scholars' tools read in a page: Highwire Press tags, which Google Scholar and Zotero know
 * (https://scholar.google.com/intl/en/scholar/inclusion.html#indexing), and Dublin Core for all others. A repost says
 * what is known of its original, and nothing of us.
 *
 * @param works what the article cites
 */
export function toScholarTags({ post, authors }: Article, works: readonly CslItem[]): MetaTags {
  const { title, author, URL: url, language, 'container-title': journal } = toCsl(post, authors)
  const names = author.map(({ literal }) => literal)
  const licence = licenceOf(post)
  const common = {
    citation_title: title,
    citation_author: names,
    citation_language: language,
    citation_public_url: url,
    'DC.title': title,
    'DC.creator': names,
    'DC.language': language,
    'DC.identifier': url,
    ...(licence && { 'DC.rights': licence.url }),
  }
  if (!journal) return common
  const day = formatDay(post.date)
  return {
    ...common,
    citation_publication_date: day.replaceAll('-', '/'),
    citation_journal_title: journal,
    citation_abstract_html_url: url,
    citation_keywords: post.tags,
    citation_reference: works.map(toReference),
    'DC.date': day,
    'DC.publisher': site.name,
  }
}

/** A work in one tag: `citation_title=…; citation_author=…`. */
function toReference(work: CslItem): string {
  const { type, title, author = [], issued, volume, issue, page = '', DOI, ISBN } = work
  const [first, last] = page.split(/[-–]+/)
  const fields: [string, string | number | undefined][] = [
    ['title', title],
    ...author.map((name): [string, string | undefined] => [
      'author',
      name.literal ?? [name.given, name.family].filter(Boolean).join(' '),
    ]),
    ['publication_date', issued?.['date-parts']?.[0]?.join('/')],
    [type === 'article-journal' ? 'journal_title' : 'inbook_title', work['container-title']],
    ['volume', volume],
    ['issue', issue],
    ['firstpage', first],
    ['lastpage', last],
    ['publisher', [work.publisher ?? []].flat().join(' and ')],
    ['doi', DOI],
    ['isbn', ISBN],
  ]
  return fields
    .filter(([, value]) => value)
    .map(([name, value]) => `citation_${name}=${String(value).replaceAll(';', ',')}`)
    .join('; ')
}
