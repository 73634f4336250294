import { immutable, respondConditionally } from '@/lib/http/conditional'
import { getFormulaImage } from '@/lib/outputs/drawing/get-formula-image'

/** A formula in a feed with `?math=svg`. Its URL contains a hash of its content. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/formulas/[slug]/[name]'>,
): Promise<Response> {
  const { slug, name } = await params
  const [, hash] = /^([0-9a-f]{32})\.svg$/.exec(name) ?? []
  const body = hash && (await getFormulaImage(slug, hash))
  if (!body) return new Response('No such formula.\n', { status: 404 })
  return respondConditionally(request, {
    body,
    type: 'image/svg+xml',
    version: hash,
    headers: { 'cache-control': immutable, 'x-robots-tag': 'noindex' },
  })
}
