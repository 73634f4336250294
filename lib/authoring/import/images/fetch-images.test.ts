import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { imageBytes } from '../../../markdown/problems/limits'
import { type FetchedImage, type FetchFailure, type FetchOptions, fetchImages } from './fetch-images'
import { placeImages } from './place-images'
import { isPublicAddress } from './public-address'
import { createUploadFinder } from './uploads'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="3"/>'
const folder = mkdtempSync(join(tmpdir(), 'lemma-images-'))
const kept = join(folder, 'kept')
let server: Server
let origin: string
const requests: string[] = []
/** Requests under way, now and at most. */
let active = 0
let mostActive = 0

beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(request.url ?? '')
    active++
    mostActive = Math.max(mostActive, active)
    response.on('close', () => active--)
    respond(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true })
})
beforeEach(() => {
  requests.length = 0
  mostActive = 0
  rmSync(kept, { recursive: true, force: true })
})

function respond({ url = '' }: IncomingMessage, response: ServerResponse): void {
  const redirect = (location: string) => response.writeHead(302, { location }).end()
  if (/^\/(a|b|\d+)\.png/.test(url)) response.end(png)
  else if (url === '/drawing.png') response.end(svg)
  else if (url === '/page.png') response.end('<!DOCTYPE html><title>404</title>')
  else if (url === '/icon.png')
    response.end(Buffer.from([0, 0, 1, 0, 1, 0, 16, 16, 0, 0, 1, 0, 32, 0, 0, 0, 0, 0, 0, 0, 0, 0]))
  else if (url === '/large.png') response.writeHead(200, { 'content-length': imageBytes + 1 }).end()
  else if (url === '/endless.png') sendEndlessly(response)
  else if (url === '/moved.png') redirect('/a.png')
  else if (url === '/loop.png') redirect('/loop.png')
  else if (url === '/inside.png') redirect('http://10.0.0.1/a.png')
  else if (url === '/file.png') redirect('file:///etc/hostname')
  else response.writeHead(404).end()
}

/** Send more than the limit without saying so before. */
function sendEndlessly(response: ServerResponse): void {
  const chunk = Buffer.alloc(1 << 20)
  const send = () => {
    while (!response.destroyed && response.write(chunk));
    if (!response.destroyed) response.once('drain', send)
  }
  send()
}

/** Fetch from the test's server, which is on this computer; all other addresses must be public. */
async function fetchOne(
  path: string,
  options: Partial<FetchOptions> = {},
): Promise<FetchedImage | FetchFailure> {
  const url = path.startsWith('/') ? origin + path : path
  const isAllowedAddress = (address: string) => address === '127.0.0.1' || isPublicAddress(address)
  const images = await fetchImages([url], { folder: kept, isAllowedAddress, ...options })
  return images.get(url) ?? { reason: 'missing' }
}

test('downloads images and names them by their URL and content', async () => {
  expect(await fetchOne('/a.png?x=1')).toMatchObject({ name: 'a.png' })
  const drawing = (await fetchOne('/drawing.png')) as FetchedImage
  expect(drawing.name).toBe('drawing.svg')
  expect(readFileSync(drawing.path, 'utf8')).toBe(svg)
  expect(await fetchOne('/moved.png')).toMatchObject({ name: 'moved.png' })
})

test('does not download an image again in a later run', async () => {
  await fetchOne('/a.png')
  await fetchOne('/a.png')
  expect(requests).toEqual(['/a.png'])
})

test.each([
  ['/missing.png', 'the server responded with 404'],
  ['/page.png', 'found a page of HTML; expected SVG'],
  ['/icon.png', 'found an image of the type ico; expected SVG'],
  ['/large.png', `more than ${imageBytes} bytes`],
  ['/endless.png', `more than ${imageBytes} bytes`],
  ['/loop.png', 'more than 5 redirects'],
  ['/inside.png', '10.0.0.1 is not the address of a public server'],
  ['/file.png', 'found file:; expected http: or https:'],
  ['images/a.png', 'the URL is not absolute'],
  ['http://does-not-exist.invalid/a.png', 'does-not-exist.invalid'],
])('says why %s cannot be fetched', async (path, reason) => {
  expect(await fetchOne(path)).toMatchObject({ reason: expect.stringContaining(reason) })
})

test('sends no request to private addresses, also when a name leads there', async () => {
  const { port } = server.address() as AddressInfo
  for (const host of ['127.0.0.1', 'localhost', '[::1]', '2130706433', '0x7f.1', '[::ffff:7f00:1]']) {
    const url = `http://${host}:${port}/a.png`
    const images = await fetchImages([url], { folder: kept })
    expect(images.get(url), host).toMatchObject({
      reason: expect.stringMatching(/is not the address of a public server|ENOTFOUND/),
    })
  }
  expect(requests).toEqual([])
})

test('sends one request at a time to a host', async () => {
  const urls = Array.from({ length: 10 }, (_, index) => `${origin}/${index}.png`)
  const progress: string[] = []
  const images = await fetchImages(urls, {
    folder: kept,
    isAllowedAddress: () => true,
    onProgress: (done, total) => progress.push(`${done}/${total}`),
  })
  expect([...images.keys()]).toEqual(urls)
  expect(requests).toHaveLength(10)
  expect(mostActive).toBe(1)
  expect(progress.at(-1)).toBe('10/10')
  // All have the same content, which is stored once.
  expect(readdirSync(kept).filter((name) => name.endsWith('.png'))).toHaveLength(1)
})

test('sends no more requests to a host that does not respond', async () => {
  const urls = Array.from({ length: 5 }, (_, index) => `http://127.0.0.1:1/${index}.png`)
  const images = await fetchImages([...urls, `${origin}/a.png`], {
    folder: kept,
    isAllowedAddress: () => true,
  })
  const reasons = urls
    .map((url) => images.get(url))
    .map((image) => image && 'reason' in image && image.reason)
  expect(reasons.slice(0, 3)).toEqual(Array(3).fill(expect.stringContaining('ECONNREFUSED')))
  expect(reasons.slice(3)).toEqual(Array(2).fill('127.0.0.1:1 did not respond to 3 requests before'))
  expect(images.get(`${origin}/a.png`)).toHaveProperty('hash')
})

test('takes images from a folder of uploads, and does not leave the folder', async () => {
  const uploads = join(folder, 'uploads')
  mkdirSync(join(uploads, '2020/01'), { recursive: true })
  writeFileSync(join(uploads, '2020/01/图 1.png'), png)
  writeFileSync(join(uploads, 'other.png'), svg)
  writeFileSync(join(folder, 'secret.png'), png)
  const findUpload = createUploadFinder(uploads, {
    attachments: [{ urls: ['https://old.example/attachment/7'], file: 'other.png' }],
    url: 'https://www.old.example',
  })
  const options = { findUpload, isAllowedAddress: () => false }
  expect(
    await fetchOne('https://old.example/wp-content/uploads/2020/01/%E5%9B%BE%201.png', options),
  ).toMatchObject({ name: '图-1.png' })
  expect(await fetchOne('https://old.example/x/2020/01/%E5%9B%BE%201-300x200.png', options)).toMatchObject({
    name: '图-1-300x200.png',
  })
  expect(await fetchOne('https://old.example/attachment/7', options)).toMatchObject({ name: '7.svg' })
  expect(await fetchOne('http://10.0.0.1/other.png', options)).toHaveProperty('reason')
  for (const path of ['/../secret.png', '/..%2fsecret.png', '/2020%2f..%2f..%2fsecret.png'])
    expect(await fetchOne(`https://old.example${path}`, options), path).toHaveProperty('reason')
  expect(await fetchOne('2020/missing.png', options)).toEqual({ reason: 'not found among the uploads' })
})

test('reads data: URLs', async () => {
  const image = await fetchOne(`data:image/png;base64,${png.toString('base64')}`)
  expect(image).toMatchObject({ name: expect.stringMatching(/^image-[\da-f]{8}\.png$/) })
})

test('places images beside an article, each content once, and the same at the next run', async () => {
  const urls = ['/a.png', '/b.png', '/drawing.png'].map((path) => origin + path)
  const images = await fetchImages(urls, { folder: kept, isAllowedAddress: () => true })
  const fetched = [...images.values()].filter((image): image is FetchedImage => 'hash' in image)
  const article = join(folder, 'article')
  mkdirSync(article)
  writeFileSync(join(article, 'drawing.svg'), 'the author’s own')
  for (let run = 0; run < 2; run++) {
    const names = placeImages(fetched, article)
    const drawing = names.get(fetched[2]?.hash ?? '') ?? ''
    expect(names.get(fetched[0]?.hash ?? '')).toBe('a.png')
    expect(drawing).toMatch(/^drawing-[\da-f]{8}\.svg$/)
    expect(readdirSync(article).sort()).toEqual(['a.png', drawing, 'drawing.svg'].sort())
  }
  expect(readFileSync(join(article, 'drawing.svg'), 'utf8')).toBe('the author’s own')
})
