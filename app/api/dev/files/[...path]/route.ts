import { connection } from 'next/server'
import { respondWithSiteFile } from '@/lib/outputs/respond-with-site-file'
import { decodeSlug } from '@/lib/site/routes.mjs'

/** In development: a file of `site/public`, to which requests for its own path are redirected. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/dev/files/[...path]'>,
): Promise<Response> {
  await connection()
  const { path } = await params
  const file =
    process.env.NODE_ENV === 'development'
      ? await respondWithSiteFile(request, path.map(decodeSlug).join('/'))
      : undefined
  return file ?? new Response(null, { status: 404 })
}
