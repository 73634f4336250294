import { connectPosts } from './connections'
import { findAll, findUnread } from './find-all'
import { stopOn } from './front-matter'
import { toPublished } from './generated'
import type { Contents } from './read-contents'
import { prune, writePublished } from './write-published'

/**
 * Publish all of the content, without drafts. A build stops at any problem.
 * @param folders where documents lie
 */
export function publish({ documents, problems }: Contents, folders: readonly string[]): void {
  const { published, compiled, files } = toPublished(documents)
  // A draft is unfinished: what is wrong in it stops no build.
  const drafts = published.posts.filter(({ draft }) => draft).map(({ slug }) => slug)
  published.posts = published.posts.filter(({ draft }) => !draft)
  stopOn([...findUnread(files, problems, folders), ...findAll(published, compiled, problems)])
  published.connections = connectPosts(published, compiled)
  prune(writePublished(published, compiled, drafts))
  const { posts, series, pages } = published
  console.log(`Published ${posts.length} posts, ${series.length} series, ${pages.length} pages.`)
}
