import 'server-only'
import type { Metadata } from 'next'
import type { Article } from '../content/queries'
import { languagesOf } from '../content/translations'
import { markdownUrl } from '../content/urls'
import { feedLinks } from '../feed/address'

/** What stands in the head of an article's page, beside its tags (`getArticleTags`). */
export function getArticleMetadata(article: Article): Metadata {
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
    // `HeadTags` says it, shorter.
    openGraph: null,
    twitter: null,
    ...((post.unlisted || mark === 'scheduled') && { robots: { index: false } }),
  }
}
