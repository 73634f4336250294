import { answerConditionally } from '@/lib/http/conditional'
import { hash } from '@/lib/store/store'

/** Answer with what a link shows before it is followed; it changes with the article, so that browsers ask each time. */
export function answerPreview(request: Request, html: string | undefined): Response {
  const headers = { 'x-robots-tag': 'noindex' }
  if (html === undefined) return new Response('Nothing to show.\n', { status: 404, headers })
  return answerConditionally(request, {
    body: html,
    type: 'text/html; charset=utf-8',
    version: hash(html),
    headers,
  })
}
