import { getFeed } from '@/lib/feed/feed'
import { answerConditionally } from '@/lib/http/conditional'

export async function GET(request: Request): Promise<Response> {
  const { text, ...rest } = await getFeed()
  return answerConditionally(request, { ...rest, body: text, type: 'application/atom+xml; charset=utf-8' })
}
