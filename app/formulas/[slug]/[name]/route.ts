import { getFormulaImage } from '@/lib/content/formula-image'
import { answerConditionally, immutable } from '@/lib/http/conditional'

/** A formula for feeds of `?math=svg`; its address holds a hash of its content. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/formulas/[slug]/[name]'>,
): Promise<Response> {
  const { slug, name } = await params
  const [, hash] = /^([0-9a-f]{32})\.svg$/.exec(name) ?? []
  const body = hash && (await getFormulaImage(slug, hash))
  if (!body) return new Response('No such formula.\n', { status: 404 })
  return answerConditionally(request, {
    body,
    type: 'image/svg+xml',
    version: hash,
    headers: { 'cache-control': immutable, 'x-robots-tag': 'noindex' },
  })
}
