import { respondConditionally } from '@/lib/http/conditional'
import { getLlms } from '@/lib/outputs/markdown/llms'

export async function GET(request: Request): Promise<Response> {
  const { text, version } = await getLlms()
  return respondConditionally(request, { body: text, version, type: 'text/markdown; charset=utf-8' })
}
