import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { describe, expect, test } from 'vitest'
import { writeAtom } from './atom'
import { writeJson } from './json'
import type { Feed } from './model'
import { writeRss } from './rss'

const empty: Feed = {
  id: 'tag:example.org,2020:feed',
  title: 'A & <b>',
  url: 'https://example.org/',
  language: 'en',
  updated: '1970-01-01T00:00:00.000Z',
  links: { self: 'https://example.org/feed?a=1&b=2' },
  entries: [],
}

describe('a feed without entries and description', () => {
  test('is valid in each format', () => {
    expect(parseAtomFeed(writeAtom(empty)).title?.value).toBe(empty.title)
    expect(parseRssFeed(writeRss(empty))).toMatchObject({ title: empty.title, description: empty.title })
    expect(JSON.parse(writeJson(empty)).items).toEqual([])
  })
})

test('each format contains the URLs of the hub and of the feed, which subscribers need', () => {
  const feed = { ...empty, hub: 'https://hub.example/' }
  const hub = { rel: 'hub', href: feed.hub }
  const self = { rel: 'self', href: feed.links.self }
  for (const links of [parseAtomFeed(writeAtom(feed)).links, parseRssFeed(writeRss(feed)).atom?.links]) {
    expect(links).toContainEqual(hub)
    expect(links).toContainEqual(expect.objectContaining(self))
  }
  const json = parseJsonFeed(writeJson(feed))
  expect(json.hubs).toEqual([{ type: 'WebSub', url: feed.hub }])
  expect(json.feed_url).toBe(feed.links.self)
})
