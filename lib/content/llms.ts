import 'server-only'
import { site } from '../../site.config'
import { messages } from '../i18n'
import { hash } from '../store/store'
import { cacheContent } from './cache'
import { getArchive, getPages } from './queries'
import { tags } from './tags'
import { markdownUrl } from './urls'

/** Articles that are listed, the newest: a language model reads the file whole. */
const mostArticles = 200

/** The site for language models (https://llmstxt.org): its articles, each as Markdown, and where the rest is found. */
export async function getLlms(): Promise<{ text: string; version: string }> {
  'use cache'
  cacheContent(tags.lists)
  const { interface: t } = messages(site.language)
  const posts = await getArchive()
  const articles = posts
    .slice(0, mostArticles)
    .map(({ title, url, summary }) => item(title, markdownUrl(url), summary))
  const pages = (await getPages()).map(({ title, url, summary }) => item(title, url, summary))
  const more = [item(t.archive, '/archive'), item('Sitemap', '/sitemap.xml')]
  const text = [
    `# ${oneLine(site.name)}`,
    `> ${oneLine(site.tagline)}`,
    `## ${t.posts}`,
    articles.join('\n'),
    '## Optional',
    [...pages, ...more].join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n')
  return { text: `${text}\n`, version: hash(text) }
}

function item(title: string, path: string, note?: string): string {
  const name = oneLine(title).replace(/[\\[\]]/g, '\\$&')
  return `- [${name}](${site.url}${path})${note ? `: ${oneLine(note)}` : ''}`
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
