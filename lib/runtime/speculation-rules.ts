import { representations } from '../site/permalinks'
import { routes } from '../site/routes.mjs'

const pages = routes.flatMap(({ pattern, isPage }) => (isPage ? [pattern] : []))
const others = routes.flatMap(({ pattern, isPage, needsContent }) =>
  isPage || needsContent ? [] : [pattern],
)

/**
 * Browsers that support speculation rules prerender a page when the reader points at a link to it for a moment
 * (https://developer.mozilla.org/docs/Web/API/Speculation_Rules_API), except for links within a page.
 *
 * @param posts pattern of the URLs of posts, if the site sets one
 */
function rulesFor(posts: string | undefined): object {
  const isPost = posts?.replace(/:year/g, ':year(\\d+)').replace(/:(month|day)/g, ':$1(\\d\\d)')
  return {
    prerender: [
      {
        where: {
          and: [
            { href_matches: isPost ? [...pages, isPost] : pages },
            { not: { href_matches: isPost ? `/*.(${representations.join('|')})` : '/posts/*.*' } },
            ...(isPost ? [{ not: { href_matches: others } }] : []),
            { not: { selector_matches: 'a[href^="#"]' } },
          ],
        },
        eagerness: 'moderate',
      },
    ],
  }
}

/**
 * The file that the header `Speculation-Rules` of every page refers to. With `Save-Data` it contains no rules.
 *
 * @param posts pattern of the URLs of posts, if the site sets one
 */
export function respondWithSpeculationRules(request: Request, posts: string | undefined): Response {
  const savesData = request.headers.get('save-data') === 'on'
  return new Response(JSON.stringify(savesData ? {} : rulesFor(posts)), {
    headers: {
      'content-type': 'application/speculationrules+json',
      'cache-control': 'public, max-age=3600',
      vary: 'Save-Data',
    },
  })
}
