import type { Element, ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { expect, test } from 'vitest'
import { frame } from './frame'

const words = { code: '代码', table: '表格', allLines: '全部 {count} 行' }
const printed = (node: Element) => toHtml(frame(node, words))

test('a table scrolls in a box that can be focused and has a name, wherever it stands', () => {
  const table = element('table', [element('tr', [element('td', [])])])
  const box =
    '<div class="framed"><div tabindex="0" role="group" aria-label="表格"><table><tr><td></td></tr></table></div></div>'
  expect(printed(table)).toBe(box)
  expect(printed(element('blockquote', [table]))).toBe(`<blockquote>${box}</blockquote>`)
})

test('code scrolls by itself; the pre of the author’s own attributes keeps them', () => {
  const code = { ...element('pre', [element('code', [text('x')])]), properties: { id: 'a' } }
  expect(printed(code)).toBe(
    '<div class="framed"><pre id="a" tabindex="0" role="group" aria-label="代码"><code>x</code></pre></div>',
  )
})

test('code of forty lines is shown whole, of one more folded', () => {
  const lines = (count: number) => element('pre', [element('code', [text('x\n'.repeat(count))])])
  expect(printed(lines(40))).not.toContain('details')
  expect(printed(lines(41))).toMatch(
    /^<details class="framed"><summary>全部 41 行<\/summary><pre .*<\/pre><\/details>$/s,
  )
})

test('an image leads to itself, but for one that is a link already or is decoration', () => {
  const image = { ...element('img', []), properties: { src: '/media/a/b.svg', alt: 'b' } }
  expect(printed(element('figure', [image]))).toBe(
    '<figure><a class="enlarge" href="/media/a/b.svg"><img src="/media/a/b.svg" alt="b"></a></figure>',
  )
  const link = element('a', [image])
  expect(frame(link, words)).toBe(link)
  const decoration = { ...image, properties: { ...image.properties, alt: '' } }
  expect(frame(decoration, words)).toBe(decoration)
})

test('what needs no frame is left alone', () => {
  const paragraph = element('p', [text('x'), element('code', [text('y')])])
  expect(frame(paragraph, words)).toEqual(paragraph)
})

function element(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children }
}

function text(value: string): ElementContent {
  return { type: 'text', value }
}
