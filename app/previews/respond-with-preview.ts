import { respondConditionally } from '@/lib/http/conditional'
import { hash } from '@/lib/store/store'

/** Respond with the preview of a link. Browsers revalidate it at each use, because it changes with the article. */
export function respondWithPreview(request: Request, html: string | undefined): Response {
  const headers = { 'x-robots-tag': 'noindex' }
  if (html === undefined) return new Response('Nothing to show.\n', { status: 404, headers })
  return respondConditionally(request, {
    body: html,
    type: 'text/html; charset=utf-8',
    version: hash(html),
    headers,
  })
}
