import { expect, test } from 'vitest'
import { compileText } from '../test-compile'

test.each([
  ['[a](javascript:alert(1))', 'starts with javascript:'],
  ['<a href="java&#10;script:alert(1)">a</a>', 'starts with javascript:'],
  ['<a href=" vbscript:x">a</a>', 'starts with vbscript:'],
  ['<javascript:alert(1)>', 'starts with javascript:'],
  ['[a]: data:text/html,x\n\n[a]', 'starts with data:'],
  ['<svg><a xlink:href="javascript:x">a</a></svg>', 'starts with javascript:'],
  ['<p onclick="x()">a</p>', 'the attribute onclick'],
  ['<script>alert(1)</script>', '<script>'],
  ['<base href="https://evil.example/">', '<base>'],
  ['<meta http-equiv="refresh" content="0;url=https://evil.example">', '<meta>'],
  ['<style>p { color: red }</style>', '<style>'],
  ['<link rel="stylesheet" href="https://x.example/a.css">', '<link>'],
  ['<object data="https://x.example/a.swf"></object>', '<object>'],
  ['$\\href{javascript:alert(1)}{x}$', 'javascript:'],
  ['$\\url{data:text/html,x}$', 'data:'],
])('%s is a problem, and is not printed', async (text, found) => {
  const { html, problems } = await compileText(text)
  expect(problems.map(({ message }) => message).join('\n')).toContain(found)
  expect(html).not.toMatch(
    /(?:href|data)="\s*(?:java|vb|data)|onclick|<script|<base|<meta|<style|<link|<object/i,
  )
})

test.each([
  '[a](https://example.org) [b](mailto:a@example.org) [c](#d) [e](/about)\n\n# d',
  '$\\href{https://example.org}{x}$',
  '[相对](?q=a:b)',
])('%s is no problem', async (text) => {
  const { problems } = await compileText(text)
  expect(problems.filter(({ rule }) => rule === 'html' || rule === 'formula')).toEqual([])
})
