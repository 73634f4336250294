import 'server-only'
import { tags } from '../../published/cache-tags'
import { cacheContent } from '../../queries/cache-content'
import { readListing } from '../../queries/listing'
import { getPages } from '../../queries/pages'
import { getSite } from '../../queries/site'
import type { Site } from '../../site/config'
import { siteMessages } from '../../site/i18n'
import { markdownUrl } from '../../site/routes.mjs'
import { languagesOf, listUrl } from '../../site/site-languages'
import { hash } from '../../store/store'

/** Only the newest articles are listed, because a language model reads the whole file. */
const maxArticles = 200

/** `llms.txt` for language models (https://llmstxt.org): articles as Markdown, pages, and links to the complete lists. */
export async function getLlms(): Promise<{ text: string; version: string }> {
  'use cache'
  cacheContent(tags.lists)
  const site = await getSite()
  const sites = await Promise.all(languagesOf(site).map((language) => getSite(language)))
  const articles = sites.map((one) => sectionOf(one, Math.ceil(maxArticles / sites.length)))
  const pages = (await getPages()).map(({ title, url, summary }) => item(title, site.url + url, summary))
  const archives = sites.map((one) =>
    item(siteMessages(one).interface.archive, site.url + listUrl(one, '/archive')),
  )
  const more = [...archives, item('Sitemap', `${site.url}/sitemap.xml`)]
  const text = [
    `# ${oneLine(site.name)}`,
    site.tagline && `> ${oneLine(site.tagline)}`,
    ...articles,
    '## Optional',
    [...pages, ...more].join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n')
  return { text: `${text}\n`, version: hash(text) }
}

/** The newest articles of a language, under the heading "Posts" in it. */
function sectionOf(site: Site, limit: number): string {
  const articles = readListing(site.language)
    .posts.slice(0, limit)
    .map(({ title, url, summary }) => item(title, site.url + markdownUrl(url), summary))
  return [`## ${siteMessages(site).interface.posts}`, articles.join('\n')].filter(Boolean).join('\n\n')
}

function item(title: string, url: string, note?: string): string {
  const name = oneLine(title).replace(/[\\[\]]/g, '\\$&')
  return `- [${name}](${url})${note ? `: ${oneLine(note)}` : ''}`
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
