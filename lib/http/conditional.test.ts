import { expect, test } from 'vitest'
import { answerConditionally } from './conditional'

const ask = (headers: Record<string, string>) =>
  answerConditionally(new Request('http://x/', { headers }), {
    body: 'text',
    type: 'text/plain',
    version: 'abc',
  })

test('the first request gets everything', async () => {
  const response = ask({})
  expect(response.status).toBe(200)
  expect(await response.text()).toBe('text')
  expect(Object.fromEntries(response.headers)).toEqual({
    'cache-control': 'public, max-age=0, must-revalidate',
    'content-type': 'text/plain',
    etag: 'W/"abc"',
  })
})

test.each([
  ['its tag', { 'if-none-match': 'W/"abc"' }, 304],
  ['its tag, strong', { 'if-none-match': '"abc"' }, 304],
  ['one of several tags', { 'if-none-match': '"x", W/"abc"' }, 304],
  ['any tag', { 'if-none-match': '*' }, 304],
  ['another tag', { 'if-none-match': '"x"' }, 200],
  ['no tag', { 'if-none-match': '' }, 200],
  [
    'a date alone: what was deleted since has none',
    { 'if-modified-since': 'Fri, 02 Jan 2099 03:04:05 GMT' },
    200,
  ],
])('whoever has %s', (_, headers, status) => {
  expect(ask(headers as unknown as Record<string, string>).status).toBe(status)
})
