import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import type { Handler } from '../handler'
import { logRequests } from '../log-requests'
import { createKindOf } from './request-kind'
import { serveMetrics } from './serve-metrics'
import { createServerMetrics } from './server-metrics'

const token = '0123456789abcdef'
const servers: Server[] = []

afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

function listen(handle: Handler): string {
  const server = createServer(handle).listen(0)
  servers.push(server)
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A server with metrics. All its pages respond with 200, except `/none`. */
function open(publisher = '') {
  const metrics = createServerMetrics(() => ({ memory: 3, disk: 2, none: 1, bytes: 1_000 }))
  const pages: Handler = ({ url }, response) => {
    response.writeHead(url === '/none' || url === '/api/metrics' ? 404 : 200).end()
  }
  const handle = serveMetrics(pages, metrics.registry, token, { url: publisher, token: 't' })
  const url = listen(logRequests(handle, { measure: metrics.countRequest }))
  const read = (authorization: string) => fetch(`${url}/api/metrics`, { headers: { authorization } })
  return { url, metrics, read }
}

test('metrics are served with the token only; otherwise the address does not exist', async () => {
  const { read } = open()
  for (const wrong of ['', token, 'Bearer ', 'Bearer x']) expect((await read(wrong)).status).toBe(404)
  const response = await read(`Bearer ${token}`)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
})

test('requests are counted by kind and class of status, caches by result', async () => {
  const { url, metrics, read } = open()
  for (const path of ['/posts/a', '/posts/b?x=1', '/none', '/feed.xml']) await fetch(url + path)
  metrics.countLookup({ isHit: true, bytes: 10 })
  metrics.countLookup({ isHit: false, bytes: 20 })
  const lines = (await (await read(`Bearer ${token}`)).text()).split('\n')
  expect(lines).toEqual(
    expect.arrayContaining([
      'lemma_http_requests_total{kind="article",status="2xx"} 2',
      'lemma_http_requests_total{kind="page",status="4xx"} 1',
      'lemma_http_requests_total{kind="feed",status="2xx"} 1',
      'lemma_http_response_seconds_count{kind="article"} 2',
      'lemma_response_cache_lookups_total{result="hit"} 1',
      'lemma_response_cache_lookups_total{result="miss"} 1',
      'lemma_response_cache_bytes 20',
      'lemma_page_cache_reads_total{result="disk"} 2',
      'lemma_page_cache_bytes 1000',
      'lemma_publisher_up 0',
    ]),
  )
  expect(lines.join('\n')).toMatch(/^nodejs_eventloop_lag_seconds /m)
  expect(lines.join('\n')).not.toContain('/posts/')
  // A second reading does not count the page cache twice.
  expect(await (await read(`Bearer ${token}`)).text()).toContain(
    'lemma_page_cache_reads_total{result="disk"} 2\n',
  )
})

test('the metrics of the publisher are added', async () => {
  const publisher = listen(({ headers, url }, response) => {
    const isAsked = url === '/metrics' && headers.authorization === 'Bearer t'
    response.writeHead(isAsked ? 200 : 401).end('lemma_publisher_problems 4\n')
  })
  const text = await (await open(publisher).read(`Bearer ${token}`)).text()
  expect(text).toContain('\nlemma_publisher_up 1\n')
  expect(text).toContain('\nlemma_publisher_problems 4\n')
})

test.each([
  ['/', 'list'],
  ['/en/tags/x', 'list'],
  ['/posts/basel?x=1', 'article'],
  ['/posts/basel.png', 'image'],
  ['/posts/basel.bib', 'file'],
  ['/tags/x/atom.xml', 'feed'],
  ['/feed.json', 'feed'],
  ['/en/search?q=x', 'search'],
  ['/api/search', 'search'],
  ['/api/health/live', 'api'],
  ['/about', 'page'],
  ['/media/0123/a.png', 'image'],
  ['/_next/static/chunks/a.js', 'asset'],
  ['/2024/01/basel', 'other'],
])('the kind of %s is %s', (url, kind) => {
  const kindOf = createKindOf()
  expect([kindOf(url), kindOf(url)]).toEqual([kind, kind])
})
