import { connectPosts } from './connections'
import { findAll, findUnread } from './find-all'
import { type DocumentTypes, findProblems, stopOn } from './front-matter'
import { readGenerated, toPublished } from './generated'
import { prune, writePublished } from './write-published'

/** Publish what contentlayer generated, without drafts. A build stops at any problem. */
export function publish(types: DocumentTypes): void {
  const { published, compiled, files } = toPublished(readGenerated())
  // A draft is unfinished: what is wrong in it stops no build.
  const drafts = published.posts.filter(({ draft }) => draft).map(({ slug }) => slug)
  published.posts = published.posts.filter(({ draft }) => !draft)
  const frontMatter = findProblems(types)
  stopOn([
    ...findUnread(files, frontMatter, Object.keys(types)),
    ...findAll(published, compiled, frontMatter),
  ])
  published.connections = connectPosts(published, compiled)
  prune(writePublished(published, compiled, drafts))
  const { posts, series, pages } = published
  console.log(`Published ${posts.length} posts, ${series.length} series, ${pages.length} pages.`)
}
