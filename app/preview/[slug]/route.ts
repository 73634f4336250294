import { cookies, draftMode } from 'next/headers'
import type { NextRequest } from 'next/server'
import { decodeSlug } from '@/lib/content/urls'
import { previewCookie } from '@/lib/preview/previewing'
import { readToken } from '@/lib/preview/token'
import { settings } from '@/lib/settings'

const never = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' }

/** Open the preview of a scheduled post, with a link of `npm run preview`; end it, without a token. */
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
    return new Response('This link is not valid, or no longer: npm run preview makes a new one.\n', {
      status: 401,
      headers: never,
    })
  draft.enable()
  jar.set(previewCookie, token, {
    expires,
    httpOnly: true,
    sameSite: 'lax',
    secure: nextUrl.protocol === 'https:',
  })
  return redirect(`/posts/${encodeURIComponent(slug)}`)
}

function redirect(location: string): Response {
  return new Response(null, { status: 307, headers: { ...never, location } })
}
