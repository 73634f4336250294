import { tags } from '../content/tags'
import type { Published } from '../content/types'
import { decodeSlug } from '../content/urls'

/** Tags of the pages that a changed file of the repository may concern. */
export function tagsOfFile(file: string, { posts }: Pick<Published, 'posts'>): string[] {
  const [folder, kind, ...rest] = file.split('/')
  if (folder !== 'content') return []
  if (kind !== 'posts') return [tags.content]
  const post = posts.find((post) => post.file === file)
  const [first = ''] = rest
  const slug = post?.slug ?? first.replace(/\.mdx?$/, '')
  return [tags.post(slug), tags.lists]
}

/** Tags of the page at an address of this site. */
export function tagsOfPath(path: string): string[] {
  const [, first = '', second = ''] = decodeSlug(path).split('/')
  if (first === 'posts' && second) return [tags.post(second)]
  const lists = [
    '',
    'archive',
    'atom.xml',
    'authors',
    'categories',
    'feed.json',
    'feed.xml',
    'llms.txt',
    'page',
    'series',
    'sitemap.xml',
    'sitemaps',
    'subscribe',
    'tags',
  ]
  return lists.includes(first) ? [tags.lists] : [tags.page(first)]
}
