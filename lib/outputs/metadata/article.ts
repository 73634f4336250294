import 'server-only'
import type { Metadata } from 'next'
import type { Article } from '../../queries/article'
import { getWorks } from '../../queries/body'
import { languageUrls } from '../../queries/language-urls'
import { getSiteOf } from '../../queries/site'
import { feedLinks } from '../../site/feed-address'
import { markdownUrl } from '../../site/routes.mjs'
import { cardSize } from '../card/card-size'
import { articleCard } from './card'
import { getPageMetadata } from './page'
import { toScholarTags } from './scholar'

/** The metadata of an article's page. */
export async function getArticleMetadata(article: Article): Promise<Metadata> {
  const { post, authors, translations, status } = article
  const site = await getSiteOf(post)
  return getPageMetadata(site, {
    title: post.title,
    description: post.summary ?? null,
    authors: authors.map(({ name }) => ({ name })),
    alternates: {
      canonical: post.source?.url ?? post.url,
      types: { ...feedLinks(site), 'text/markdown': markdownUrl(post.url) },
      ...(translations.length > 0 && { languages: languageUrls(post, translations) }),
    },
    openGraph: {
      type: 'article',
      title: post.title,
      ...(post.summary !== undefined && { description: post.summary }),
      url: post.url,
      siteName: site.name,
      publishedTime: post.date,
      ...(post.updated && { modifiedTime: post.updated }),
      tags: post.tags,
      images: [{ ...articleCard(article, site), ...cardSize, type: 'image/png' }],
    },
    other: toScholarTags(article, post.body ? await getWorks(post.body) : [], site),
    ...((post.unlisted || status === 'scheduled') && { robots: { index: false } }),
  })
}
