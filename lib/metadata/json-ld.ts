import type { BlogPosting, BreadcrumbList, CreativeWorkSeries, Graph, Person, WebSite } from 'schema-dts'
import { site } from '../../site.config'
import type { Article, SeriesWithParts } from '../content/queries'
import type { Author } from '../content/types'
import { authorUrl, categoryUrl } from '../content/urls'
import { messages } from '../i18n'
import { licenceOf } from './licence'

/** What stands for a page in search engines (https://schema.org). */
export type Described = Graph['@graph'][number]

/** The site, with how it is searched: for its front page. */
export function describeSite(): Described[] {
  const search = {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${site.url}/search?q={query}` },
    // Google's own extension of the vocabulary.
    'query-input': 'required name=query',
  } as const
  const website: WebSite = {
    '@type': 'WebSite',
    name: site.name,
    description: site.tagline,
    url: `${site.url}/`,
    inLanguage: site.language,
    license: site.licence.url,
    potentialAction: search,
  }
  return [website]
}

/** An article and the way to it. Of a repost only the way: what it is, its original says. */
export function describeArticle({ post, authors, series, translations }: Article): Described[] {
  const { title, category } = post
  const list = series ?? (category ? { title: category, url: categoryUrl(category) } : undefined)
  const breadcrumbs = toBreadcrumbs(title, list)
  if (post.source) return [breadcrumbs]
  const url = site.url + post.url
  const licence = licenceOf(post)
  const original = translations.find(({ slug }) => slug === post.translationOf)
  // Short, because each reader of the article gets it: what its other metadata say is not said again.
  const posting: BlogPosting = {
    '@type': 'BlogPosting',
    url,
    headline: title,
    inLanguage: post.lang,
    datePublished: post.date,
    ...(post.updated && { dateModified: post.updated }),
    author: authors.map(
      ({ id, name }): Person => ({ '@type': 'Person', name, url: site.url + authorUrl(id) }),
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

/** An author, on the page of what they wrote. */
export function describeAuthor({ id, name, bio, url }: Author): Described[] {
  const person: Person = {
    '@type': 'Person',
    name,
    url: site.url + authorUrl(id),
    ...(bio && { description: bio }),
    ...(url && { sameAs: new URL(url, site.url).href }),
  }
  return [person]
}

/** A series with its parts, and the way to it. */
export function describeSeries({ title, url, lang, description, parts }: SeriesWithParts): Described[] {
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
  return [series, toBreadcrumbs(title, { title: messages(site.language).interface.series, url: '/series' })]
}

/** The way to a page: the list it stands in, else the front page, and its own title. */
function toBreadcrumbs(title: string, { title: name, url } = { title: site.name, url: '/' }): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [
      { '@type': 'ListItem', position: 1, name, item: site.url + url },
      { '@type': 'ListItem', position: 2, name: title },
    ],
  }
}
