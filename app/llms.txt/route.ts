import { getLlms } from '@/lib/content/llms'
import { answerConditionally } from '@/lib/http/conditional'

export async function GET(request: Request): Promise<Response> {
  const { text, version } = await getLlms()
  return answerConditionally(request, { body: text, version, type: 'text/markdown; charset=utf-8' })
}
