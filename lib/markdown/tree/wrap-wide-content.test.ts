import type { Element, ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { expect, test } from 'vitest'
import { wrapWideContent } from './wrap-wide-content'

const words = { code: '代码', table: '表格', allLines: '全部 {count} 行' }
const printed = (node: Element) => toHtml(wrapWideContent(node, words))

test('a table is in a scroll container that can be focused and has a name, at any depth', () => {
  const table = element('table', [element('tr', [element('td', [])])])
  const box =
    '<div class="framed"><div tabindex="0" role="group" aria-label="表格"><table><tr><td></td></tr></table></div></div>'
  expect(printed(table)).toBe(box)
  expect(printed(element('blockquote', [table]))).toBe(`<blockquote>${box}</blockquote>`)
})

test('code is its own scroll container, and a pre keeps its attributes', () => {
  const code = { ...element('pre', [element('code', [text('x')])]), properties: { id: 'a' } }
  expect(printed(code)).toBe(
    '<div class="framed"><pre id="a" tabindex="0" role="group" aria-label="代码"><code>x</code></pre></div>',
  )
})

test('code of up to 40 lines is not folded', () => {
  const lines = (count: number) => element('pre', [element('code', [text('x\n'.repeat(count))])])
  expect(printed(lines(40))).not.toContain('details')
  expect(printed(lines(41))).toMatch(
    /^<details class="framed"><summary>全部 41 行<\/summary><pre .*<\/pre><\/details>$/s,
  )
})

test('an image links to its file, unless it is in a link or is decoration', () => {
  const image = { ...element('img', []), properties: { src: '/media/a/b.svg', alt: 'b' } }
  expect(printed(element('figure', [image]))).toBe(
    '<figure><a class="enlarge" href="/media/a/b.svg"><img src="/media/a/b.svg" alt="b"></a></figure>',
  )
  const link = element('a', [image])
  expect(wrapWideContent(link, words)).toBe(link)
  const decoration = { ...image, properties: { ...image.properties, alt: '' } }
  expect(wrapWideContent(decoration, words)).toBe(decoration)
})

test('other content is not changed', () => {
  const paragraph = element('p', [text('x'), element('code', [text('y')])])
  expect(wrapWideContent(paragraph, words)).toEqual(paragraph)
})

function element(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children }
}

function text(value: string): ElementContent {
  return { type: 'text', value }
}
