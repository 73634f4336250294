import { expect, test } from 'vitest'
import { sendRedirects } from './send-redirects'
import { serveInSite } from './test-server'

const { request } = serveInSite(
  sendRedirects((_, response) => response.end('handled')),
  {
    redirects: [
      { from: '/2011/x', to: '/posts/x' },
      { from: '/?p=1', to: '/posts/y' },
      { from: '/wiki/*', to: 'https://wiki.example/*', status: 302 },
    ],
  },
)

test('redirects an old address, with and without the last slash and with a query', async () => {
  for (const path of ['/2011/x', '/2011/x/', '/2011/x/?a=b']) {
    const response = await request(path)
    expect(response.status).toBe(308)
    expect(response.headers.get('location')).toBe('/posts/x')
  }
  expect((await request('/?p=1')).headers.get('location')).toBe('/posts/y')
})

test('redirects a prefix with the status that is set, and keeps the rest of the path and the query', async () => {
  const response = await request('/wiki/a/b?c=d')
  expect(response.status).toBe(302)
  expect(response.headers.get('location')).toBe('https://wiki.example/a/b?c=d')
})

test('passes on other requests', async () => {
  for (const path of ['/', '/?p=2', '/posts/x']) expect(await (await request(path)).text()).toBe('handled')
  expect(await (await request('/2011/x', { method: 'POST' })).text()).toBe('handled')
})
