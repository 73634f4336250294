import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { assembleTraced, readJson, readTrace } from '../support/functions/assemble'
import { type Observed, observe } from '../support/functions/observe'
import { listRequests, type SiteRequest, secret, send } from '../support/functions/requests'
import { resume } from '../support/functions/resume'
import { type RunningFunction, startFunction } from '../support/functions/running'
import { folderOf } from '../support/sites'

const site = folderOf('sample')
const published = join(site, '.lemma')

test('each route responds as the server does, in a process that can read its traced files only', async ({
  baseURL,
}) => {
  test.setTimeout(120_000)
  const server = String(baseURL)
  const requests = await listRequests(server)
  const routes = new Set(requests.map(({ route }) => route)).values()
  // Two at a time: one starts while the other responds.
  const work = async () => {
    for (const route of routes)
      await compareRoute(
        server,
        route,
        requests.filter((request) => request.route === route),
      )
  }
  await Promise.all([work(), work()])
})

test('the published index is traced for every route, the fonts of cards for the routes that draw cards', () => {
  const routes = Object.keys(readJson<object>('.next/server/app-paths-manifest.json')).map((name) =>
    name.slice(1),
  )
  const traced = new Map(routes.map((route) => [route, readTrace(route)]))
  const holding = (file: string) =>
    routes.filter((route) => traced.get(route)?.some((name) => name.startsWith(file))).sort()
  expect(holding(`${published}/content.json`)).toEqual(routes.sort())
  expect(holding(`${published}/state.json`)).toEqual(routes)
  expect(holding('lib/outputs/card/fonts/')).toEqual([
    'card.png/route',
    'posts/[slug]/card/route',
    'representations/[...path]/route',
  ])
  expect(holding(`${published}/media/`)).toEqual(['media/[hash]/[name]/route'])
  expect(holding('.next/cache/lemma/')).toEqual([])
  expect(holding(`${site}/content/`)).toEqual([])
})

/** Run a route's function, and compare its responses with those of the server. */
async function compareRoute(server: string, route: string, requests: SiteRequest[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lemma-function-'))
  const running = await startFunction(folder, assembleTraced(route, folder), {
    REVALIDATE_SECRET: secret,
    LEMMA_SITE: join(folder, site),
  })
  try {
    for (const request of requests) {
      const expected = comparable(await observe(await send(server, request)), request)
      const observed = comparable(await observe(await call(running, request)), request)
      expect.soft(observed, `${request.title}, ${request.path}`).toEqual(expected)
    }
  } finally {
    running.stop()
    rmSync(folder, { recursive: true })
  }
}

/** Call a function. If the build prerendered a part of its page, the function renders the rest. */
async function call({ url }: RunningFunction, request: SiteRequest): Promise<Response> {
  const path = request.rewritten ?? request.path
  const prerendered = `.next/server/app/${request.route.replace(/\/page$/, '')}`
  // A host does not use the prerendered shell of a dynamic route.
  const isPrerendered = !request.route.includes('[') && existsSync(`${prerendered}.meta`)
  const { postponed } = isPrerendered ? readJson<{ postponed?: string }>(`${prerendered}.meta`) : {}
  if (!postponed) return send(url, { ...request, path })
  const rest = await resume(url + path, postponed)
  const shell = readFileSync(`${prerendered}.html`, 'utf8')
  return new Response(shell + (await rest.text()), rest)
}

function comparable(observed: Observed, { isDrawnByScript }: SiteRequest): Observed {
  return isDrawnByScript ? { ...observed, body: '' } : observed
}
