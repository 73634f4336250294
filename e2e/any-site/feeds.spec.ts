import { type APIRequestContext, expect, test } from '@playwright/test'
import { XMLValidator } from 'fast-xml-parser'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { readSitemap } from '../support/sitemap'

// These tests depend on no particular content: `npm test` runs them for the site of an author.

test('the feeds of the site and of its lists are valid, and their articles exist', async ({ request }) => {
  test.setTimeout(10 * 60_000)
  const lists = (await readSitemap(request)).filter((path) =>
    /^\/(tags|categories|series|authors)\/./.test(path),
  )
  const articles = new Set<string>()
  for (const list of ['', ...lists]) for (const url of await readFeeds(request, list)) articles.add(url)
  for (const url of articles) {
    const { pathname } = new URL(url)
    expect.soft((await request.get(pathname)).status(), pathname).toBe(200)
  }
})

/** Check the feeds of a list in all formats, which list the same articles. @returns the URLs of the articles */
async function readFeeds(request: APIRequestContext, list: string): Promise<string[]> {
  const rss = await readXml(request, `${list}/feed.xml`)
  const atom = await readXml(request, `${list}/atom.xml`)
  const json = await read(request, `${list}/feed.json`)
  const urls = (parseRssFeed(rss).items ?? []).map(({ link }) => link)
  const inAtom = (parseAtomFeed(atom).entries ?? []).map(
    ({ links }) => links?.find(({ rel }) => rel === 'alternate')?.href,
  )
  const inJson = (parseJsonFeed(json).items ?? []).map(({ url }) => url)
  expect({ list, urls: inAtom }).toEqual({ list, urls })
  expect({ list, urls: inJson }).toEqual({ list, urls })
  return urls.filter((url) => url !== undefined)
}

async function readXml(request: APIRequestContext, path: string): Promise<string> {
  const xml = await read(request, path)
  expect(XMLValidator.validate(xml), path).toBe(true)
  return xml
}

async function read(request: APIRequestContext, path: string): Promise<string> {
  const response = await request.get(path)
  expect(response.status(), path).toBe(200)
  return response.text()
}
