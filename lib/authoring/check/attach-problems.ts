import { basename, join } from 'node:path/posix'
import { contentRoot } from '../../markdown/images/asset'
import type { Problem } from '../../markdown/problems/problem'
import type { Document, Post, Published } from '../../published/types'
import type { Site } from '../../site/config'
import { pushToList } from '../link/push-to-list'
import { locate } from '../read/locate'

/**
 * Attach all problems to their documents, so that the author sees them on the page. If the front matter of a file is broken,
 * its document is the last version that was read, and the problems of that version are outdated. A post that was never
 * read gets a placeholder.
 *
 * @param note shown above the problems of each document
 */
export function attachProblems(
  published: Published,
  problems: readonly Problem[],
  frontMatter: readonly Problem[],
  note?: Problem,
): Published {
  const broken = new Set(frontMatter.map(({ file }) => file))
  const current = [...frontMatter, ...problems.filter(({ file }) => !broken.has(file))]
  const byFile = new Map<string, Problem[]>()
  for (const problem of current) pushToList(byFile, problem.file, problem)
  if (note) for (const found of byFile.values()) found.unshift(note)
  const attach = <T extends Document>(document: T): T => {
    const found = byFile.get(document.file)
    return found ? { ...document, problems: found } : document
  }
  const known = new Set([...published.posts, ...published.series, ...published.pages].map(({ file }) => file))
  const placeholders = [...byFile]
    .filter(([file]) => !known.has(file) && file.startsWith(join(contentRoot, 'posts')))
    .map(([file, found]) => brokenPost(file, found, published.site))
    .reverse()
  return {
    ...published,
    posts: [...placeholders, ...published.posts.map(attach)],
    series: published.series.map(attach),
    pages: published.pages.map(attach),
  }
}

function brokenPost(file: string, problems: Problem[], site: Site): Post {
  const { id, slug, url } = locate({ type: 'Post', _id: file.slice(contentRoot.length + 1) }, site)
  return {
    file,
    id,
    slug,
    url,
    title: basename(file),
    lang: site.language,
    body: '',
    problems,
    date: new Date().toISOString(),
    tags: [],
    authors: [site.author],
    draft: true,
    unlisted: false,
    images: [],
    aliases: [],
    headings: [],
    counts: { words: 0, formulas: 0, minutes: 1 },
    complete: true,
  }
}
