import type { Feed, FeedEntry } from './model'

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function writeJson(feed: Feed): string {
  const { links, hub } = feed
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.url,
    feed_url: links.self,
    ...(feed.description !== undefined && { description: feed.description }),
    ...(links.next !== undefined && { next_url: links.next }),
    language: feed.language,
    ...(hub !== undefined && { hubs: [{ type: 'WebSub', url: hub }] }),
    items: feed.entries.map(writeItem),
  })
}

function writeItem(entry: FeedEntry) {
  return {
    id: entry.id,
    url: entry.url,
    ...(entry.source && { external_url: entry.source.url }),
    title: entry.title,
    content_html: entry.html,
    ...(entry.summary !== undefined && { summary: entry.summary }),
    date_published: entry.published,
    date_modified: entry.updated,
    authors: entry.authors,
    tags: entry.categories,
    language: entry.language,
  }
}
