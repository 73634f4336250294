import { translate } from './messages/translate.mjs'
import { canonicalSource, isPrefix } from './redirects'

/** What is wrong with a redirect: `Found ⟨found⟩; expected ⟨expected⟩.` */
export interface RedirectMistake {
  /** The side with the mistake. */
  side: 'from' | 'to'
  found: string
  expected: string
}

/** Check the form of a redirect. Undefined if it is valid. */
export function explainRedirect(from: string, to: string): RedirectMistake | undefined {
  const of = (side: 'from' | 'to', expected: string): RedirectMistake => ({
    side,
    found: side === 'from' ? from : to,
    expected,
  })
  if (!/^\/(?!\/)\S*$/.test(from) || from.includes('#'))
    return of(
      'from',
      translate`a path of this site that starts with / and contains no spaces or #, such as /old or /?p=1`,
    )
  if (from.slice(0, -1).includes('*') || (isPrefix(from) && from.includes('?')))
    return of('from', translate`a * only at the end, of a path without a query: /old/*`)
  if (!isTarget(to))
    return of('to', translate`a path that starts with /, or a URL that starts with https:// or http://`)
  const stars = to.split('*').length - 1
  if (stars > 1 || (stars === 1 && !isPrefix(from)))
    return of('to', translate`at most one *, for the rest of a path that the old address '/old/*' matches`)
  if (canonicalSource(from) === '/' || canonicalSource(from) === '/*')
    return of('from', translate`a path below /, because the front page is always at /`)
  if (isPrefix(from) ? canonicalSource(from) === to : canonicalSource(from) === canonicalSource(to))
    return of('to', translate`another address than the old one`)
  if (/^https?:\/\/[^/?#]*\*/.test(to))
    return of('to', translate`a * in the path of a URL, not in its host: https://wiki.example.org/*`)
  return undefined
}

function isTarget(to: string): boolean {
  return /^\/(?!\/)\S*$/.test(to) || (/^https?:\/\/\S+$/.test(to) && URL.canParse(to))
}
