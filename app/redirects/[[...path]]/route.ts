import { redirectTo } from '@/lib/outputs/respond-missing'
import { findRedirect } from '@/lib/queries/addresses'

/**
 * Redirects from addresses with a query, such as `/?p=1`, on hosts that have their own server: pages get no query
 * (`lib/cli/query-redirects.mjs`).
 */
export async function GET(
  request: Request,
  { params }: RouteContext<'/redirects/[[...path]]'>,
): Promise<Response> {
  const { path = [] } = await params
  const target = findRedirect(`/${path.join('/')}${new URL(request.url).search}`)
  return target ? redirectTo(target.url, target.status) : new Response('No such page.\n', { status: 404 })
}
