import { expect, test } from 'vitest'
import { withoutPayload } from './without-payload'

// As Next 16 writes them.
const preload =
  '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/load-next-0a1b.js"/>'
const loader = '<script src="/_next/static/chunks/load-next-0a1b.js?dpl=x" id="_R_" async=""></script>'
const payload =
  '<script>(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":[]});</script>' +
  '<script>(self.__next_f=self.__next_f||[]).push([0])</script>' +
  '<script>self.__next_f.push([1,"0:[\\"$\\",\\"p\\",null,{}]\\u003c/script\\u003e"])</script>'
const ours = '<script>try{document.documentElement.dataset.theme}catch{}</script>'
const data = '<script type="application/ld+json">{"@graph":[]}</script>'
const style = '<link rel="stylesheet" href="/a.css"/>'

test('removes the payload, the loader and its preload, and nothing else', () => {
  const html = `<head>${style}${preload}${ours}</head><body><p>a</p>${data}${loader}${payload}</body>`
  expect(withoutPayload(html)).toBe(`<head>${style}${ours}</head><body><p>a</p>${data}</body>`)
})

test('leaves a page with an interactive component as it is', () => {
  const html = `<body><div data-component="LogisticMap"></div>${loader}${payload}</body>`
  expect(withoutPayload(html)).toBe(html)
})

test('leaves a page that Next renders in the browser as it is', () => {
  const html = `<html id="__next_error__"><body>${loader}${payload}</body></html>`
  expect(withoutPayload(html)).toBe(html)
})
