import { createElement } from 'react'
import { renderToReadableStream } from 'react-dom/server.edge'
import { afterEach, expect, test, vi } from 'vitest'
import { loadComponent } from './load-component'

afterEach(() => vi.restoreAllMocks())

async function render(Inner: (props: Record<string, unknown>) => unknown): Promise<string> {
  const Loaded = loadComponent('Plot', async () => Inner as never)
  const place = { place: 'content/posts/x.mdx:17', failure: '组件 <Plot> 出错' }
  const element = createElement(Loaded, { ...place, props: { r: 3 } }, 'caption')
  const stream = await renderToReadableStream(element)
  await stream.allReady
  return new Response(stream).text()
}

test('a component is rendered on the server with its props and children', async () => {
  expect(await render(({ r, children }) => createElement('b', null, `${r} ${children}`))).toBe(
    '<b>3 caption</b>',
  )
})

test('a component that throws becomes a box with the message and both files, and is logged', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const html = await render(() => {
    throw new Error('no data')
  })
  expect(html).toContain('<p>组件 &lt;Plot&gt; 出错</p><p lang="en">no data</p>')
  expect(html).toContain('<code>content/posts/x.mdx:17</code>, <code>site/components/Plot.tsx</code>')
  expect(log).toHaveBeenCalledWith('content/posts/x.mdx:17: the component <Plot> failed:', expect.any(Error))
})
