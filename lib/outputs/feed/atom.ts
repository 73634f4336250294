import type { Feed, FeedEntry } from './model'
import { markup, printXml } from './xml'

/** Atom (RFC 4287), paged (RFC 5005). */
export function writeAtom(feed: Feed): string {
  return printXml({
    feed: {
      '@_xmlns': 'http://www.w3.org/2005/Atom',
      '@_xml:lang': feed.language,
      id: feed.id,
      title: feed.title,
      ...(feed.description !== undefined && { subtitle: feed.description }),
      updated: feed.updated,
      link: [
        link('alternate', feed.url, 'text/html'),
        ...Object.entries(feed.links).map(([rel, href]) => link(rel, href, 'application/atom+xml')),
        ...(feed.hub === undefined ? [] : [link('hub', feed.hub)]),
      ],
      entry: feed.entries.map(writeEntry),
    },
  })
}

function writeEntry(entry: FeedEntry) {
  return {
    '@_xml:lang': entry.language,
    id: entry.id,
    title: entry.title,
    published: entry.published,
    updated: entry.updated,
    author: entry.authors.map(({ name, url }) => ({ name, ...(url !== undefined && { uri: url }) })),
    link: [
      link('alternate', entry.url, 'text/html'),
      ...(entry.licence ? [link('license', entry.licence.url)] : []),
      ...(entry.source ? [{ ...link('via', entry.source.url), '@_title': entry.source.title }] : []),
    ],
    category: entry.categories.map((term) => ({ '@_term': term })),
    ...(entry.licence && { rights: entry.licence.name }),
    ...(entry.summary !== undefined && { summary: entry.summary }),
    content: { '@_type': 'html', ...markup(entry.html) },
  }
}

function link(rel: string, href: string, type?: string) {
  return { '@_rel': rel, '@_href': href, ...(type !== undefined && { '@_type': type }) }
}
