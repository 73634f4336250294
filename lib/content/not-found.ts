import 'server-only'
import { notFound, permanentRedirect } from 'next/navigation'
import { getAliasTarget } from './queries'

/** Answer an address that shows nothing: a permanent redirect where it is the old address of a post, else 404. */
export async function notFoundOrMoved(path: string): Promise<never> {
  const target = await getAliasTarget(path)
  if (target) permanentRedirect(target)
  notFound()
}
