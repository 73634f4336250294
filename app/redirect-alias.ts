import 'server-only'
import { notFound, permanentRedirect, redirect } from 'next/navigation'
import { getAliasTarget } from '../lib/queries/pages'
import { findPublishedFile } from '../lib/queries/site-files'
import { decodeSlug } from '../lib/site/routes.mjs'

/** Respond for a path without a page: a permanent redirect if it is an old path of a post, otherwise 404. */
export async function notFoundOrMoved(path: string): Promise<never> {
  const target = await getAliasTarget(path)
  if (target) permanentRedirect(target)
  // In production, our server or the host responds with the file.
  if (process.env.NODE_ENV === 'development' && findPublishedFile(decodeSlug(path.slice(1))))
    redirect(`/api/dev/files${path}`)
  notFound()
}
