import { existsSync, readFileSync } from 'node:fs'
import { problemsEach } from '../../markdown/problems/limits'
import { firstProblems, type Problem } from '../../markdown/problems/problem'
import type { Published } from '../../published/types'
import type { Site } from '../../site/config'
import { translate } from '../../site/messages/translate.mjs'
import {
  canonicalSource,
  canonicalTarget,
  createRedirectTable,
  isPrefix,
  type Redirect,
  type RedirectTable,
} from '../../site/redirects'
import { routes } from '../../site/routes.mjs'
import { locateSetting } from '../site/locate-setting'
import { configFile } from '../site/read-site'
import { readRedirectFile, type WrittenRedirect } from '../site/redirect-file'
import { isRoute, listUrls } from './site-urls'

type Content = Pick<Published, 'site' | 'posts' | 'series' | 'pages'>

/**
 * The redirects of the configuration and of `content/redirects.txt`. Those with problems are left out: duplicates, loops, and
 * old addresses at which there is a page.
 */
export function readRedirects(content: Content): { redirects: Redirect[]; problems: Problem[] } {
  const file = readRedirectFile()
  const problems = [...file.problems]
  const report = ({ place }: WrittenRedirect, message: string, hint: string) =>
    problems.push({ ...place(), rule: 'redirect', message, hint })
  const written = [...readSettings(content.site), ...file.redirects]
  const free = withoutHidden(withoutDuplicates(written, content, report), content, report)
  const redirects = withoutLoops(free, content, report)
  return {
    redirects: redirects.map(({ place, ...redirect }) => redirect),
    problems: firstProblems(problems, problemsEach),
  }
}

type Report = (redirect: WrittenRedirect, message: string, hint: string) => void

function readSettings({ redirects = {} }: Pick<Site, 'redirects'>): WrittenRedirect[] {
  const entries = Object.entries(redirects)
  const source = entries.length > 0 && existsSync(configFile) ? readFileSync(configFile, 'utf8') : ''
  return entries.map(([from, to]) => ({
    from: canonicalSource(from),
    to: canonicalTarget(to),
    place: () => ({ file: configFile, ...locateSetting(source, ['redirects', from]) }),
  }))
}

/** Leave out redirects whose old address has one already. */
function withoutDuplicates(
  redirects: readonly WrittenRedirect[],
  { posts }: Content,
  report: Report,
): WrittenRedirect[] {
  const first = new Map(
    posts.flatMap(({ aliases, url }) => aliases.map((from): [string, Redirect] => [from, { from, to: url }])),
  )
  return redirects.filter((redirect) => {
    const { from } = redirect
    const earlier = first.get(from)
    if (!earlier) first.set(from, redirect)
    else
      report(
        redirect,
        translate`The old address ${from} already redirects to ${earlier.to}.`,
        translate`Keep one of the two.`,
      )
    return !earlier
  })
}

/** Leave out redirects that would hide a page. */
function withoutHidden(
  redirects: readonly WrittenRedirect[],
  content: Content,
  report: Report,
): WrittenRedirect[] {
  const urls = redirects.length > 0 ? listUrls(content) : new Set<string>()
  const own = routes.flatMap(({ pattern, needsContent }) => (needsContent ? [] : [pattern]))
  return redirects.filter((redirect) => {
    const { from } = redirect
    const start = from.slice(0, -1)
    const hidden = isPrefix(from)
      ? [...urls, ...own].find((url) => url.startsWith(start))
      : urls.has(from) || isRoute(from)
        ? from
        : undefined
    if (hidden !== undefined)
      report(
        redirect,
        translate`The redirect of ${from} would hide the page ${hidden}.`,
        isPrefix(from)
          ? translate`Write a longer prefix, or each old address by itself.`
          : translate`Remove it: an old address is one that no page has.`,
      )
    return hidden === undefined
  })
}

/** Redirects that follow each other before they count as a loop. Browsers follow about 20. */
const maxHops = 10

/** Leave out redirects that lead back to an address on their way. */
function withoutLoops(
  redirects: readonly WrittenRedirect[],
  { posts }: Content,
  report: Report,
): WrittenRedirect[] {
  const aliases = posts.flatMap(({ aliases, url }) => aliases.map((from) => ({ from, to: url })))
  const table = createRedirectTable([...aliases, ...redirects])
  return redirects.filter((redirect) => {
    const loops = isLoop(redirect, table)
    if (loops)
      report(
        redirect,
        translate`The redirect of ${redirect.from} to ${redirect.to} never ends: other redirects lead back, or there are more than ${maxHops}.`,
        translate`Redirect each old address to the page itself.`,
      )
    return !loops
  })
}

function isLoop({ to }: Redirect, table: RedirectTable): boolean {
  let url = to.replace('*', 'x').replace(/#.*$/, '')
  for (let hops = 0; hops < maxHops; hops++) {
    const next = url.startsWith('/') ? table(url, Number.POSITIVE_INFINITY) : undefined
    if (!next) return false
    url = next.url.replace(/#.*$/, '')
  }
  return true
}
