import { type Observed, observe } from '../support/functions/observe'
import { listRequests, type SiteRequest, send } from '../support/functions/requests'
import type { Deployment } from './deployment'

/** Compare the responses of a deployment with those of a server. @returns differences */
export async function compareAll(server: string, deployment: Deployment): Promise<string[]> {
  const problems: string[] = []
  for (const request of await listRequests(server))
    problems.push(...(await compare(request, server, deployment)))
  return problems
}

async function compare(request: SiteRequest, server: string, deployment: Deployment): Promise<string[]> {
  const [response, deployed] = [await send(server, request), await deployment.respond(request)]
  const followed = [follow(request, response), follow(request, deployed)] as const
  const [expected, observed] = [await observe(response), await observe(deployed)]
  const rendered = await deployment.render(request)
  const again = rendered && (await observe(rendered))
  const differences = [observed, ...(again ? [again] : [])].flatMap((one) => differ(expected, one, request))
  const ways = again ? 'prerendered and rendered again' : 'responded'
  console.log(`  ${differences.length === 0 ? '✓' : '✗'} ${request.title}: ${expected.status} ${ways}`)
  const problems = differences.map((difference) => `${request.title}, ${request.path}: ${difference}`)
  if (!followed[0] || !followed[1]) return problems
  return [...problems, ...(await compareFollowed(followed[0], followed[1], server, deployment))]
}

/** The request that follows a redirect with cookies, such as that of a preview link. */
function follow(request: SiteRequest, { headers }: Response): SiteRequest | undefined {
  const location = headers.get('location')
  const cookies = headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  if (location === null || cookies.length === 0) return undefined
  const title = `${request.title}, followed`
  return {
    title,
    path: new URL(location, 'http://localhost').pathname,
    route: '',
    headers: { cookie: cookies.join('; ') },
  }
}

/** Compare two followed requests, each with the cookies of its own server. */
async function compareFollowed(
  first: SiteRequest,
  second: SiteRequest,
  server: string,
  deployment: Deployment,
): Promise<string[]> {
  const expected = await observe(await send(server, first))
  const observed = await observe(await deployment.respond(second))
  const differences = differ(expected, observed, first)
  console.log(`  ${differences.length === 0 ? '✓' : '✗'} ${first.title}: ${expected.status}`)
  return differences.map((difference) => `${first.title}: ${difference}`)
}

/** The differences between two responses. */
function differ(expected: Observed, observed: Observed, { isDrawnByScript }: SiteRequest): string[] {
  const names = (['status', 'type', 'location', 'robots'] as const).filter(
    (name) => expected[name] !== observed[name],
  )
  const differences = names.map((name) => `expected the ${name} ${expected[name]}, found ${observed[name]}.`)
  if (isDrawnByScript || expected.body === observed.body) return differences
  const start = [...expected.body].findIndex((character, index) => character !== observed.body[index])
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, start - 60), start + 100))
  return [...differences, `expected the body ${around(expected.body)}, found ${around(observed.body)}.`]
}
