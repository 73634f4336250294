import { basename, join } from 'node:path'
import { site } from '../../site.config'
import { locate } from '../content/compile-document'
import type { Document, Post, Published } from '../content/types'
import { contentRoot } from '../markdown/asset'
import type { Problem } from '../markdown/problem'

/**
 * Put every problem on its document, for the author to see it there. Where the front matter is broken, the document
 * stays as it last was, and what was wrong then is past; a post that was never read gets a place of its own.
 */
export function noteProblems(
  published: Published,
  problems: readonly Problem[],
  frontMatter: readonly Problem[],
): void {
  const broken = new Set(frontMatter.map(({ file }) => file))
  const current = [...frontMatter, ...problems.filter(({ file }) => !broken.has(file))]
  const documents: Document[] = [...published.posts, ...published.series, ...published.pages]
  for (const file of new Set(current.map((problem) => problem.file))) {
    const found = current.filter((problem) => problem.file === file)
    const document = documents.find((document) => document.file === file)
    if (document) document.problems = found
    else if (file.startsWith(join(contentRoot, 'posts'))) published.posts.unshift(brokenPost(file, found))
  }
}

function brokenPost(file: string, problems: Problem[]): Post {
  const { id, slug, url } = locate({ type: 'Post', _id: file.slice(contentRoot.length + 1) })
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
