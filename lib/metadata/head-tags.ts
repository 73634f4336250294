import 'server-only'
import { site } from '../../site.config'
import { cardSize } from '../card/size'
import { getWorks } from '../content/body'
import type { Article } from '../content/queries'
import { articleCard, type Card, siteCard } from './card'
import { toScholarTags } from './scholar'

/** A content, and the names of the `<meta>` that carry it. */
export type HeadTag = readonly [content: string, ...names: string[]]

/** For those who show a link to an article, and for scholars' tools. */
export async function getArticleTags(article: Article): Promise<HeadTag[]> {
  const { post } = article
  const scholar = toScholarTags(article, post.body ? await getWorks(post.body) : [])
  return gather([
    ['og:type', 'article'],
    ['og:title', post.title],
    ['og:description', post.summary],
    ['og:url', site.url + post.url],
    ['og:site_name', site.name],
    ['article:published_time', post.date],
    ['article:modified_time', post.updated],
    ...post.tags.map((tag) => ['article:tag', tag] as const),
    ...describeCard(articleCard(article)),
    ...Object.entries(scholar).flatMap(([name, contents]) =>
      [contents].flat().map((content) => [name, content] as const),
    ),
  ])
}

/** For those who show a link to the front page. */
export function siteTags(): HeadTag[] {
  return gather([
    ['og:title', site.name],
    ['og:description', site.tagline],
    ['og:site_name', site.name],
    ...describeCard(siteCard),
  ])
}

function describeCard({ url, alt }: Card): (readonly [name: string, content: string])[] {
  return [
    ['og:image', site.url + url],
    ['og:image:type', 'image/png'],
    ['og:image:width', String(cardSize.width)],
    ['og:image:height', String(cardSize.height)],
    ['og:image:alt', alt],
    ['twitter:card', 'summary_large_image'],
  ]
}

/** Each content once, where it comes first. */
function gather(tags: readonly (readonly [name: string, content: string | undefined])[]): HeadTag[] {
  const names = new Map<string, string[]>()
  for (const [name, content] of tags) if (content) names.set(content, [...(names.get(content) ?? []), name])
  return [...names].map(([content, list]) => [content, ...list])
}
