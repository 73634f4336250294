import 'server-only'
import type { Metadata } from 'next'
import { site } from '../../site.config'
import { getWorks } from '../content/body'
import type { Article } from '../content/queries'
import { languagesOf } from '../content/translations'
import { markdownUrl } from '../content/urls'
import { feedLinks } from '../feed/address'
import { toCardImages } from './card'
import { toScholarTags } from './scholar'

/** What stands in the head of an article's page. */
export async function getArticleMetadata(article: Article): Promise<Metadata> {
  const { post, authors, translations, mark } = article
  return {
    title: post.title,
    description: post.summary ?? null,
    authors: authors.map(({ name }) => ({ name })),
    alternates: {
      canonical: post.source?.url ?? post.url,
      types: { ...feedLinks(), 'text/markdown': markdownUrl(post.url) },
      ...(translations.length > 0 && { languages: languagesOf(post, translations) }),
    },
    openGraph: {
      type: 'article',
      title: post.title,
      url: post.url,
      siteName: site.name,
      publishedTime: post.date,
      ...(post.updated && { modifiedTime: post.updated }),
      ...(post.summary && { description: post.summary }),
      tags: post.tags,
      images: toCardImages(article),
    },
    other: toScholarTags(article, post.body ? await getWorks(post.body) : []),
    ...((post.unlisted || mark === 'scheduled') && { robots: { index: false } }),
  }
}
