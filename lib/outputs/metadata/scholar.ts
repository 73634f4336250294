import type { CslItem } from '../../markdown/bibliography/citation-js'
import type { Article } from '../../queries/article'
import type { Site } from '../../site/config'
import { formatDay } from '../../site/i18n/dates'
import { toCsl } from '../citation/csl'
import { licenceOf } from './licence'

/** The contents of `<meta>` elements by name; a list if there are several of one name. */
export type MetaTags = Record<string, string | string[]>

/**
 * Metadata for scholarly tools: Highwire Press tags for Google Scholar and Zotero
 * (https://scholar.google.com/intl/en/scholar/inclusion.html#indexing), and Dublin Core for others. The tags of a repost
 * describe its original, without data of this site.
 *
 * @param works the works that the article cites
 */
export function toScholarTags(
  { post, authors }: Article,
  works: readonly CslItem[],
  site: Pick<Site, 'name' | 'url' | 'timeZone' | 'licence'>,
): MetaTags {
  const { title, author, URL: url, language, 'container-title': journal } = toCsl(post, authors, site)
  const names = author.map(({ literal }) => literal)
  const licence = licenceOf(post, site)
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
  const day = formatDay(post.date, site.timeZone)
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

/** A cited work as the content of one tag: `citation_title=…; citation_author=…`. */
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
