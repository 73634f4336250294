import 'server-only'
import { notFound, permanentRedirect, redirect } from 'next/navigation'
import { getRedirect } from '../lib/queries/addresses'
import { findPublishedFile } from '../lib/queries/site-files'
import { isPermanent } from '../lib/site/redirects'
import { decodeSlug } from '../lib/site/routes.mjs'

/** Respond for a path without a page: a redirect if it is an old path of a post or of the site, otherwise 404. */
export async function notFoundOrMoved(path: string): Promise<never> {
  const target = await getRedirect(path)
  if (target) {
    if (isPermanent(target.status)) permanentRedirect(target.url)
    redirect(target.url)
  }
  // In production, our server or the host responds with the file.
  if (process.env.NODE_ENV === 'development' && findPublishedFile(decodeSlug(path.slice(1))))
    redirect(`/api/dev/files${path}`)
  notFound()
}
