import type { Feed, FeedEntry } from './model'
import { markup, printXml } from './xml'

/** RSS 2.0, by the profile of its Advisory Board, with elements of Atom and Dublin Core that RSS lacks. */
export function writeRss(feed: Feed): string {
  return printXml({
    rss: {
      '@_version': '2.0',
      '@_xmlns:atom': 'http://www.w3.org/2005/Atom',
      '@_xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
      '@_xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      channel: {
        title: feed.title,
        link: feed.url,
        // RSS requires a description.
        description: feed.description ?? feed.title,
        language: feed.language,
        lastBuildDate: writeDate(feed.updated),
        'atom:id': feed.id,
        'atom:link': [
          ...Object.entries(feed.links).map(([rel, href]) => ({
            '@_rel': rel,
            '@_href': href,
            '@_type': 'application/rss+xml',
          })),
          ...(feed.hub === undefined ? [] : [{ '@_rel': 'hub', '@_href': feed.hub }]),
        ],
        item: feed.entries.map(writeItem),
      },
    },
  })
}

function writeItem(entry: FeedEntry) {
  return {
    title: entry.title,
    link: entry.url,
    guid: { '@_isPermaLink': 'false', '#text': entry.id },
    pubDate: writeDate(entry.published),
    'atom:updated': entry.updated,
    // RSS's `author` requires an e-mail address.
    'dc:creator': entry.authors.map(({ name }) => name),
    'dc:language': entry.language,
    category: entry.categories,
    ...(entry.licence && { 'dc:rights': entry.licence.url }),
    ...(entry.source && { 'dc:source': entry.source.url }),
    ...(entry.summary !== undefined && { description: entry.summary }),
    'content:encoded': markup(entry.html),
  }
}

/** RFC 822, with a year of four digits. */
function writeDate(date: string): string {
  return new Date(date).toUTCString()
}
