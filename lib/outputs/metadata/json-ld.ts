import type { BlogPosting, BreadcrumbList, CreativeWorkSeries, Graph, Person, WebSite } from 'schema-dts'
import type { Author } from '../../published/types'
import type { Article } from '../../queries/article'
import type { SeriesWithParts } from '../../queries/lists'
import type { Site } from '../../site/config'
import { siteMessages } from '../../site/i18n'
import { authorUrl, categoryUrl } from '../../site/routes.mjs'
import { listUrl } from '../../site/site-languages'
import { licenceOf } from './licence'

/** A description of a page for search engines (https://schema.org). */
export type JsonLdNode = Graph['@graph'][number]

/** The site and its search, for the front page. */
export function describeSite(site: Site): JsonLdNode[] {
  const search = {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${site.url}${listUrl(site, '/search')}?q={query}` },
    // Google's own extension of the vocabulary.
    'query-input': 'required name=query',
  } as const
  const website: WebSite = {
    '@type': 'WebSite',
    name: site.name,
    ...(site.tagline && { description: site.tagline }),
    url: site.url + listUrl(site, '/'),
    inLanguage: site.language,
    ...(site.licence && { license: site.licence.url }),
    potentialAction: search,
  }
  return [website]
}

/** An article and its breadcrumbs; for a repost the breadcrumbs only, because its original describes the article. */
export function describeArticle(
  { post, authors, series, translations }: Article,
  site: Pick<Site, 'name' | 'url' | 'licence' | 'language' | 'languages'>,
): JsonLdNode[] {
  const { title, category } = post
  const list =
    series ?? (category ? { title: category, url: listUrl(site, categoryUrl(category)) } : undefined)
  const breadcrumbs = toBreadcrumbs(site, title, list)
  if (post.source) return [breadcrumbs]
  const url = site.url + post.url
  const licence = licenceOf(post, site)
  const original = translations.find(({ slug }) => slug === post.translationOf)
  // Short, because every reader loads it: data in other metadata is not repeated.
  const posting: BlogPosting = {
    '@type': 'BlogPosting',
    url,
    headline: title,
    inLanguage: post.lang,
    datePublished: post.date,
    ...(post.updated && { dateModified: post.updated }),
    author: authors.map(
      ({ id, name }): Person => ({ '@type': 'Person', name, url: site.url + listUrl(site, authorUrl(id)) }),
    ),
    ...(post.cover && { image: site.url + post.cover.url }),
    ...(original && { translationOfWork: { '@type': 'BlogPosting', url: site.url + original.url } }),
    ...(series && {
      isPartOf: { '@type': 'CreativeWorkSeries', name: series.title, url: site.url + series.url },
      ...(post.part !== undefined && { position: post.part }),
    }),
    ...(licence && { license: licence.url }),
  }
  return [posting, breadcrumbs]
}

/** An author, for the page with their articles. */
export function describeAuthor(
  { id, name, bio, url }: Author,
  site: Pick<Site, 'url' | 'language' | 'languages'>,
): JsonLdNode[] {
  const person: Person = {
    '@type': 'Person',
    name,
    url: site.url + listUrl(site, authorUrl(id)),
    ...(bio && { description: bio }),
    ...(url && { sameAs: new URL(url, site.url).href }),
  }
  return [person]
}

/** A series with its parts and breadcrumbs. */
export function describeSeries(
  { title, url, lang, description, parts }: SeriesWithParts,
  site: Pick<Site, 'name' | 'url' | 'language' | 'languages' | 'words'>,
): JsonLdNode[] {
  const series: CreativeWorkSeries = {
    '@type': 'CreativeWorkSeries',
    name: title,
    url: site.url + url,
    inLanguage: lang,
    ...(description && { description }),
    hasPart: parts.map(
      (part): BlogPosting => ({
        '@type': 'BlogPosting',
        url: site.url + part.url,
        headline: part.title,
        ...(part.part !== undefined && { position: part.part }),
      }),
    ),
  }
  const list = { title: siteMessages(site).interface.series, url: listUrl(site, '/series') }
  return [series, toBreadcrumbs(site, title, list)]
}

/** The breadcrumbs of a page: its list or else the front page, then its title. */
function toBreadcrumbs(
  site: Pick<Site, 'name' | 'url' | 'language' | 'languages'>,
  title: string,
  { title: name, url } = { title: site.name, url: listUrl(site, '/') },
): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [
      { '@type': 'ListItem', position: 1, name, item: site.url + url },
      { '@type': 'ListItem', position: 2, name: title },
    ],
  }
}
