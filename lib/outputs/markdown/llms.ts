import 'server-only'
import { tags } from '../../published/cache-tags'
import { cacheContent } from '../../queries/cache-content'
import { getArchive } from '../../queries/lists'
import { getPages } from '../../queries/pages'
import { getMessages, getSite } from '../../queries/site'
import { markdownUrl } from '../../site/routes.mjs'
import { hash } from '../../store/store'

/** Only the newest articles are listed, because a language model reads the whole file. */
const maxArticles = 200

/** `llms.txt` for language models (https://llmstxt.org): articles as Markdown, pages, and links to the complete lists. */
export async function getLlms(): Promise<{ text: string; version: string }> {
  'use cache'
  cacheContent(tags.lists)
  const site = await getSite()
  const { interface: t } = await getMessages()
  const posts = await getArchive()
  const articles = posts
    .slice(0, maxArticles)
    .map(({ title, url, summary }) => item(title, site.url + markdownUrl(url), summary))
  const pages = (await getPages()).map(({ title, url, summary }) => item(title, site.url + url, summary))
  const more = [item(t.archive, `${site.url}/archive`), item('Sitemap', `${site.url}/sitemap.xml`)]
  const text = [
    `# ${oneLine(site.name)}`,
    site.tagline && `> ${oneLine(site.tagline)}`,
    `## ${t.posts}`,
    articles.join('\n'),
    '## Optional',
    [...pages, ...more].join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n')
  return { text: `${text}\n`, version: hash(text) }
}

function item(title: string, url: string, note?: string): string {
  const name = oneLine(title).replace(/[\\[\]]/g, '\\$&')
  return `- [${name}](${url})${note ? `: ${oneLine(note)}` : ''}`
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
