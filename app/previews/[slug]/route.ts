import { getOpening } from '@/lib/content/queries'
import { answerPreview } from '../answer-preview'

/** How an article begins, for a link to it. */
export async function GET(request: Request, { params }: RouteContext<'/previews/[slug]'>): Promise<Response> {
  return answerPreview(request, await getOpening((await params).slug))
}
