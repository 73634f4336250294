import { expect, test } from 'vitest'
import { respondConditionally } from './conditional'

const respond = (headers: Record<string, string>) =>
  respondConditionally(new Request('http://x/', { headers }), {
    body: 'text',
    type: 'text/plain',
    version: 'abc',
  })

test('responds to a first request with the whole content', async () => {
  const response = respond({})
  expect(response.status).toBe(200)
  expect(await response.text()).toBe('text')
  expect(Object.fromEntries(response.headers)).toEqual({
    'cache-control': 'public, max-age=0, must-revalidate',
    'content-type': 'text/plain',
    etag: 'W/"abc"',
  })
})

test.each<[condition: string, headers: Record<string, string>, status: number]>([
  ['the current ETag', { 'if-none-match': 'W/"abc"' }, 304],
  ['the current ETag as a strong one', { 'if-none-match': '"abc"' }, 304],
  ['the current ETag among others', { 'if-none-match': '"x", W/"abc"' }, 304],
  ['a wildcard', { 'if-none-match': '*' }, 304],
  ['another ETag', { 'if-none-match': '"x"' }, 200],
  ['no ETag', { 'if-none-match': '' }, 200],
  [
    'a date only, because deleted content has no date',
    { 'if-modified-since': 'Fri, 02 Jan 2099 03:04:05 GMT' },
    200,
  ],
])('responds to a condition with %s', (_, headers, status) => {
  expect(respond(headers).status).toBe(status)
})
