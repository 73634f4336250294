import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { restoreTheme } from '../../site/restore-theme'
import { findInlineScripts } from './inline-scripts'

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

test('allows our script and those of Next by their hashes', () => {
  const texts = [
    restoreTheme,
    '(self.__next_f=self.__next_f||[]).push([0])',
    String.raw`self.__next_f.push([1,"0:[\"$\",\"p\",null,{}]\n"])`,
    '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":["static/chunks/a.js"],"runtimeModuleIds":[12]});',
  ]
  const html = texts.map((text) => `<script>${text}</script>`).join('<p>')
  expect(findInlineScripts(html)).toEqual({ allowed: texts.map(hashOf), blocked: [] })
})

test.each([
  'alert(1)',
  'self.__next_f.push([1,"a"]);alert(1)',
  'self.__next_f.push([1,"a"+alert(1)+"b"])',
  `${restoreTheme};alert(1)`,
])('blocks %s', (text) => {
  expect(findInlineScripts(`<script>${text}</script>`)).toEqual({ allowed: [], blocked: [text] })
})

test('ignores files, and data that does not run', () => {
  const html = '<script src="/a.js" async=""></script><script type="application/ld+json">{"a":1}</script>'
  expect(findInlineScripts(html)).toEqual({ allowed: [], blocked: [] })
})
