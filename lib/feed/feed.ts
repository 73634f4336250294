import 'server-only'
import { Feed } from 'feed'
import { site } from '../../site.config'
import { getFeedHtml } from '../content/body'
import { cacheContent } from '../content/cache'
import { getNewestPosts } from '../content/queries'
import { tags } from '../content/tags'
import { hash } from '../store/store'

/** How many of the newest posts the feed carries, whole. */
const entries = 20

/** The site's Atom feed: full articles, formulas as MathML; when it last changed, and a name of its content. */
export async function getFeed(): Promise<{ text: string; version: string; lastModified?: string }> {
  'use cache'
  cacheContent(tags.lists)
  const newest = await getNewestPosts(entries)
  const changes = newest.map(({ post }) => post.updated ?? post.date).sort()
  const feed = new Feed({
    id: `${site.url}/`,
    title: site.name,
    description: site.tagline,
    link: `${site.url}/`,
    language: site.language,
    copyright: site.licence.name,
    // An empty feed has never changed: the epoch is stable, now would be false at every request.
    updated: new Date(changes.at(-1) ?? 0),
    feedLinks: { atom: `${site.url}/feed.xml` },
  })
  for (const { post, authors } of newest) {
    const url = site.url + post.url
    feed.addItem({
      id: url,
      link: url,
      title: post.title,
      date: new Date(post.updated ?? post.date),
      published: new Date(post.date),
      content: await getFeedHtml(post.body),
      author: authors.map(({ name }) => ({ name })),
      category: [...(post.category ? [post.category] : []), ...post.tags].map((name) => ({
        name,
        term: name,
      })),
      ...(post.summary && { description: post.summary }),
    })
  }
  const text = feed.atom1()
  const lastModified = changes.at(-1)
  return { text, version: hash(text), ...(lastModified && { lastModified }) }
}
