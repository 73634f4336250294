import { routes } from '../site/routes.mjs'

const pages = routes.flatMap(({ pattern, isPage }) => (isPage ? [pattern] : []))

/**
 * Browsers that support speculation rules prerender a page when the reader points at a link to it for a moment
 * (https://developer.mozilla.org/docs/Web/API/Speculation_Rules_API), except for links within a page.
 */
const rules = {
  prerender: [
    {
      where: {
        and: [
          { href_matches: pages },
          { not: { href_matches: '/posts/*.*' } },
          { not: { selector_matches: 'a[href^="#"]' } },
        ],
      },
      eagerness: 'moderate',
    },
  ],
}

/** The file that the header `Speculation-Rules` of every page refers to. With `Save-Data` it contains no rules. */
export function respondWithSpeculationRules(request: Request): Response {
  const savesData = request.headers.get('save-data') === 'on'
  return new Response(JSON.stringify(savesData ? {} : rules), {
    headers: {
      'content-type': 'application/speculationrules+json',
      'cache-control': 'public, max-age=3600',
      vary: 'Save-Data',
    },
  })
}
