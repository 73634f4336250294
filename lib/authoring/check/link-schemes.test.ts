import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { readBibliography } from '../../markdown/bibliography/bibliography'
import { readBody } from '../../markdown/print/body'
import { fillFormulas } from '../../markdown/print/formula-table'
import type { Problem } from '../../markdown/problems/problem'
import { testSite } from '../../site/test-site'
import { bodyStore } from '../../store/store'
import { createDocumentCompiler } from '../compile/compile-document'
import { documentTypes } from '../front-matter/document-types'
import { readDocument } from '../read/read-document'
import { toPublished } from '../read/shape-documents'
import { readSite } from '../site/read-site'
import { parseRedirects } from '../site/redirect-file'

// Every place where an author or the owner of a site writes an address that becomes a link or is loaded.

/** What was found, and everything that could be printed of the place. */
interface Reading {
  problems: readonly Problem[]
  printed: unknown
}

type Place = (address: string) => Promise<Reading> | Reading

const project = process.cwd()
const root = mkdtempSync(join(tmpdir(), 'lemma-links-'))
beforeAll(() => {
  vi.stubEnv('LEMMA_ENGINE', project)
  process.chdir(root)
})
afterAll(() => {
  process.chdir(project)
  rmSync(root, { recursive: true, force: true })
})

async function readFile(file: string, text: string): Promise<Reading> {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  const { document, partial, problems } = await readDocument(
    file,
    documentTypes,
    createDocumentCompiler(testSite),
  )
  const read = document ?? partial
  if (!read) return { problems, printed: '' }
  const { published } = toPublished([read], testSite)
  const { posts, pages, series, authors } = published
  const found = [...posts, ...pages, ...series]
  // A problem repeats the address.
  const fields = [...found, ...authors].map((one) => ({ ...one, problems: [] }))
  const bodies = 'compiled' in read ? readBody(bodyStore, read.compiled.key) : undefined
  const html = bodies && fillFormulas(bodies.page.html.join('') + bodies.feed, bodies.formulas)
  return {
    problems: [...problems, ...found.flatMap((one) => one.problems)],
    printed: [fields, html?.match(/(?:href|src|cite|action|poster|data)="[^"]*"/g)],
  }
}

const post = (fields: string, body = '') =>
  readFile('content/posts/x.md', `---\ntitle: x\ndate: 2020-01-01\n${fields}---\n${body}\n`)
const article = (body: string) => post('', body)

async function settings(text: string): Promise<Reading> {
  writeFileSync(
    'site.config.ts',
    `export const site = { name: 'N', url: 'https://example.org', author: 'a', ${text.includes('languages') ? '' : "language: 'en', "}${text} }\n`,
  )
  const { site, problems } = await readSite()
  return { problems, printed: site }
}

async function work(fields: string): Promise<Reading> {
  const { problems, get, format } = readBibliography(
    `@book{a,\n  title = {T},\n  author = {Doe, J},\n  ${fields}\n}\n`,
    'content/references.bib',
  )
  const { entries } = format([[{ key: 'a' }]], { style: 'gb-t-7714', lang: 'en' })
  return { problems, printed: [get('a'), entries] }
}

/** A text in YAML, JSON and JavaScript. */
const quote = (address: string) => JSON.stringify(address)
/** An address in Markdown, which encodes a tab as %09: then it is no scheme. */
const inMarkdown = (address: string) => address.replace('\t', '')
/** An address in an attribute of HTML. */
const inHtml = (address: string) =>
  address.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\t', '&#9;')

const places: Record<string, Place> = {
  'source.url of a post': (url) => post(`source: { title: t, author: a, url: ${quote(url)} }\n`),
  'licence.url of a post': (url) => post(`licence: { name: n, url: ${quote(url)} }\n`),
  'cover of a post': (url) => post(`cover: ${quote(url)}\n`),
  'image of a post of Hexo': (url) => post(`image: ${quote(url)}\n`),
  'url of an author': (url) => readFile('content/authors/a.yml', `name: n\nurl: ${quote(url)}\n`),
  'a link in Markdown': (url) => article(`[a](<${inMarkdown(url)}>)`),
  'a definition in Markdown': (url) => article(`[a]\n\n[a]: <${inMarkdown(url)}>`),
  'an image in Markdown': (url) => article(`![a](<${url}>)`),
  'a link in HTML': (url) => article(`<a href="${inHtml(url)}">a</a>`),
  'a quote in HTML': (url) => article(`<blockquote cite="${inHtml(url)}">a</blockquote>`),
  'a form in HTML': (url) => article(`<form action="${inHtml(url)}">a</form>`),
  'a frame in HTML': (url) => article(`<iframe src="${inHtml(url)}"></iframe>`),
  'a link in a formula': (url) => article(`$\\href{${inMarkdown(url)}}{x}$`),
  'a link of a series': (url) =>
    readFile('content/series/s.md', `---\ntitle: s\n---\n<a href="${inHtml(url)}">a</a>\n`),
  'a link of a page': (url) =>
    readFile('content/pages/p.md', `---\ntitle: p\n---\n<a href="${inHtml(url)}">a</a>\n`),
  'url of a work': (url) => work(`url = {${url}}`),
  'doi of a work': (url) => work(`doi = {${url}}`),
  navigation: (url) => settings(`navigation: [{ label: 'a', href: ${quote(url)} }]`),
  'navigation of a language': (url) =>
    settings(`languages: ['en', { language: 'ja', navigation: [{ label: 'a', href: ${quote(url)} }] }]`),
  'footer.social': (url) => settings(`footer: { social: [{ label: 'a', href: ${quote(url)} }] }`),
  'licence.url': (url) => settings(`licence: { name: 'n', url: ${quote(url)} }`),
  securityContact: (url) => settings(`securityContact: ${quote(url)}`),
  websubHub: (url) => settings(`websubHub: ${quote(url)}`),
  url: (url) => settings(`url: ${quote(url)}`),
  'analytics.umami.script': (url) =>
    settings(`analytics: { umami: { website: 'x', script: ${quote(url)} } }`),
  'analytics.plausible.script': (url) =>
    settings(`analytics: { plausible: { domain: 'x', script: ${quote(url)} } }`),
  'analytics.goatcounter.endpoint': (url) =>
    settings(`analytics: { goatcounter: { endpoint: ${quote(url)} } }`),
  'analytics.custom.script': (url) => settings(`analytics: { custom: { script: ${quote(url)} } }`),
  imageHosts: (url) => settings(`imageHosts: [${quote(url)}]`),
  embeds: (url) => settings(`embeds: [${quote(url)}]`),
  'theme.fontFiles': (url) => settings(`theme: { fontFiles: [{ family: 'F', file: ${quote(url)} }] }`),
  redirects: (url) => settings(`redirects: { '/old': ${quote(url)} }`),
  'content/redirects.txt': (url) => {
    const { redirects, problems } = parseRedirects(`/old ${url}\n`)
    return { problems, printed: redirects }
  },
}

describe.each(Object.entries(places))('%s', (_, place) => {
  test.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
  ])('reports %j, and prints nothing of it', async (address) => {
    const { problems, printed } = await place(address)
    const errors = problems.filter(({ severity }) => !severity)
    expect(errors).not.toEqual([])
    for (const { line, column } of errors) {
      expect(line).toBeGreaterThanOrEqual(1)
      expect(column).toBeGreaterThanOrEqual(1)
    }
    expect(JSON.stringify(printed ?? '').toLowerCase()).not.toMatch(/(?:java|vb)\W{0,2}t?script:|data:|file:/)
  })
})

describe('addresses that are allowed', () => {
  test.each([
    'https://example.org/a:b',
    'http://example.org',
    'mailto:a@example.org',
    '/about',
    'b?c=d:e',
    '#a',
  ])('%s', async (address) => {
    for (const name of [
      'source.url of a post',
      'licence.url of a post',
      'url of an author',
      'url of a work',
    ]) {
      const { problems } = (await places[name]?.(address)) ?? {}
      expect(problems, name).toEqual([])
    }
  })
})
