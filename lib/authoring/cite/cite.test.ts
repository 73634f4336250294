import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { readBibliography } from '../../markdown/bibliography/bibliography'
import { findUnprintedFields } from '../../markdown/bibliography/unprinted-fields'
import { addWork } from './cite'
import { readIdentifier } from './identifier'

/** What doi.org answers, by DOI. Other DOIs do not exist. */
const registered: Record<string, object | string> = {
  '10.1007/BF01456952': {
    type: 'journal-article',
    DOI: '10.1007/BF01456952',
    title: 'Über <i>p</i>-adische Körper &amp; mehr',
    author: [
      { given: 'Émmy', family: 'Noether', sequence: 'first' },
      { literal: 'World Health Organization' },
    ],
    issued: { 'date-parts': [[1918, 3]] },
    volume: '78',
    page: '221-229',
    'container-title': 'Mathematische Annalen',
    publisher: 'Springer',
    ISSN: ['0025-5831'],
    URL: 'http://dx.doi.org/10.1007/BF01456952',
  },
  '10.1007/978-1-4757-3849-0': {
    type: 'book',
    DOI: '10.1007/978-1-4757-3849-0',
    title: ['Algebraic Geometry'],
    author: [{ given: 'Robin', family: 'Hartshorne' }],
    issued: { 'date-parts': [[1977]] },
    publisher: 'Springer New York',
    'publisher-place': 'New York, NY',
  },
  '10.48550/arXiv.2006.11239': {
    type: 'article',
    DOI: '10.48550/arXiv.2006.11239',
    title: 'Bounds for $\\Gamma(L^p)$ & others of $5',
    author: [{ given: 'Jonathan', family: 'Ho' }],
    issued: { 'date-parts': [[2020, 6, 19]] },
    publisher: 'arXiv',
    URL: 'https://arxiv.org/abs/2006.11239',
  },
  '10.1000/page': '<html>',
}

let server: Server
let file: string

beforeAll(async () => {
  server = createServer((request, response) => {
    const answer = registered[decodeURIComponent(request.url?.slice(1) ?? '')]
    if (answer === undefined) response.writeHead(404).end()
    else if (typeof answer === 'string') response.writeHead(200, { 'content-type': 'text/html' }).end(answer)
    else response.writeHead(200, { 'content-type': request.headers.accept }).end(JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  vi.stubEnv('DOI_ENDPOINT', `http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
})
afterAll(() => {
  server.close()
  vi.unstubAllEnvs()
})
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'lemma-')), 'references.bib')
})

test.each([
  ['10.1007/BF01456952', { doi: '10.1007/BF01456952' }],
  [' https://doi.org/10.1007/BF01456952 ', { doi: '10.1007/BF01456952' }],
  ['doi:10.1000/a(b)c', { doi: '10.1000/a(b)c' }],
  ['2006.11239', { doi: '10.48550/arXiv.2006.11239', arxiv: '2006.11239' }],
  ['arXiv:2006.11239v2', { doi: '10.48550/arXiv.2006.11239', arxiv: '2006.11239v2' }],
  ['https://arxiv.org/pdf/2006.11239.pdf', { doi: '10.48550/arXiv.2006.11239', arxiv: '2006.11239' }],
  ['https://doi.org/10.48550/arXiv.2006.11239', { doi: '10.48550/arXiv.2006.11239', arxiv: '2006.11239' }],
  ['math.GT/0309136', { doi: '10.48550/arXiv.math.GT/0309136', arxiv: 'math.GT/0309136' }],
  ['noether1918', undefined],
  ['https://example.org/10.1007', undefined],
])('%s is the identifier %j', (text, identifier) => {
  expect(readIdentifier(text)).toEqual(identifier)
})

test.each([
  [
    '10.1007/BF01456952',
    'noether1918',
    'NOETHER É, World Health Organization. Über p-adische Körper & mehr[J]. Mathematische Annalen, 1918, 78: 221-229. DOI: 10.1007/BF01456952.',
  ],
  [
    '10.1007/978-1-4757-3849-0',
    'hartshorne1977',
    'HARTSHORNE R. Algebraic Geometry[M]. New York, NY: Springer New York, 1977. DOI: 10.1007/978-1-4757-3849-0.',
  ],
  [
    'arXiv:2006.11239',
    'ho2020',
    'HO J. Bounds for $\\Gamma(L^p)$ & others of $5[EB/OL]. (2020-06-19). https://arxiv.org/abs/2006.11239.',
  ],
])('adds %s and says what it added', async (text, key, printed) => {
  expect(await addWork(text, file)).toMatchObject({ key, file, printed })
  const added = readFileSync(file, 'utf8')
  expect(readBibliography(added, file)).toMatchObject({ problems: [] })
  expect(findUnprintedFields(added, file, { style: 'gb-t-7714', lang: 'en' })).toEqual([])
})

test('appends to the file and leaves its text as it is', async () => {
  writeFileSync(file, '% Works\n@book{noether1918, title = {A}}')
  expect(await addWork('10.1007/BF01456952', file)).toMatchObject({ key: 'noether1918a' })
  expect(readFileSync(file, 'utf8')).toMatch(
    /^% Works\n@book\{noether1918, title = \{A\}\}\n\n@article\{noether1918a,\n/,
  )
})

test.each([
  ['10.1007/BF01456952', '@article{x, title = {A}, doi = {https://doi.org/10.1007/bf01456952}}'],
  ['10.1007/BF01456952', '@article{x, title = {A}, url = {https://doi.org/10.1007/BF01456952}}'],
  ['2006.11239v2', '@misc{x, title = {A}, eprint = {2006.11239}, archiveprefix = {arXiv}}'],
  ['2006.11239', '@misc{x, title = {A}, doi = {10.48550/arXiv.2006.11239}}'],
  ['2006.11239', '@online{x, title = {A}, url = {https://arxiv.org/abs/2006.11239v1}}'],
])('refuses %s if the file has the work as %s', async (text, entry) => {
  writeFileSync(file, entry)
  await expect(addWork(text, file)).rejects.toThrow('has this work already: cite it as [@x].')
  expect(readFileSync(file, 'utf8')).toBe(entry)
})

test.each([
  ['noether1918', 'expected a DOI'],
  ['10.1000/nothing', 'does not know 10.1000/nothing'],
  ['10.1000/page', 'has no bibliographic data of 10.1000/page'],
])('refuses %s: %s', async (text, reason) => {
  await expect(addWork(text, file)).rejects.toThrow(reason)
})

test('refuses to append to a file with an error', async () => {
  writeFileSync(file, '@book{a,\n  title = {x\n')
  await expect(addWork('10.1007/BF01456952', file)).rejects.toThrow('Nothing was added, because of an error')
})

test('says that the server cannot be reached', async () => {
  vi.stubEnv('DOI_ENDPOINT', 'http://127.0.0.1:1/')
  await expect(addWork('10.1007/BF01456952', file)).rejects.toThrow(
    '127.0.0.1:1 cannot be reached (ECONNREFUSED)',
  )
})
