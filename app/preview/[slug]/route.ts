import { cookies, draftMode } from 'next/headers'
import type { NextRequest } from 'next/server'
import { getPostPlace } from '@/lib/queries/addresses'
import { previewCookie } from '@/lib/runtime/preview/previewing'
import { readToken } from '@/lib/runtime/preview/token'
import { decodeSlug, postUrl } from '@/lib/site/routes.mjs'
import { settings } from '@/lib/site/settings'

const uncached = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' }

/** Start the preview of a scheduled post, with a link from `npm run preview`; without a token, end the preview. */
export async function GET(
  { nextUrl }: NextRequest,
  { params }: RouteContext<'/preview/[slug]'>,
): Promise<Response> {
  const slug = decodeSlug((await params).slug)
  const token = nextUrl.searchParams.get('token')
  const [draft, jar] = [await draftMode(), await cookies()]
  if (token === null) {
    draft.disable()
    jar.delete(previewCookie)
    return redirect('/')
  }
  const expires = readToken(slug, token, settings.revalidateSecret(), Date.now())
  if (expires === undefined)
    return new Response('This link is invalid or has expired. npm run preview creates a new one.\n', {
      status: 401,
      headers: uncached,
    })
  draft.enable()
  jar.set(previewCookie, token, {
    expires,
    httpOnly: true,
    sameSite: 'lax',
    secure: nextUrl.protocol === 'https:',
  })
  return redirect((await getPostPlace(postUrl(slug)))?.url ?? postUrl(slug))
}

function redirect(location: string): Response {
  return new Response(null, { status: 307, headers: { ...uncached, location } })
}
