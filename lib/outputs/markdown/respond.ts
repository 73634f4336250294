import 'server-only'
import { respondConditionally } from '../../http/conditional'
import { markdownUrl } from '../../site/routes.mjs'
import { respondForArticle } from '../respond-for-article'
import { getMarkdown } from './get-markdown'

/** Respond with the source of the article at a path. */
export function respondWithMarkdown(request: Request, path: string): Promise<Response> {
  return respondForArticle(path, markdownUrl, async (slug) => {
    const article = await getMarkdown(slug)
    if (!article) return undefined
    const { text, version, canonical, unlisted } = article
    return respondConditionally(request, {
      body: text,
      type: 'text/markdown; charset=utf-8',
      version,
      headers: {
        link: `<${canonical}>; rel="canonical"`,
        vary: 'Accept',
        ...(unlisted && { 'x-robots-tag': 'noindex' }),
      },
    })
  })
}
