import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path/posix'
import { imageBytes } from '../../../markdown/problems/limits'
import { imageTypeNames } from '../../../site/image-types'
import { translate } from '../../../site/messages/translate.mjs'
import { renameOver } from '../../../store/windows.mjs'
import { DownloadError, type DownloadLimits, request, UnreachableError } from './download'
import { imageName } from './file-names'
import { imageTypeOf } from './image-type'
import { isPublicAddress } from './public-address'
import type { FindUpload } from './uploads'

/** An image that was downloaded, or found among the uploads. */
export interface FetchedImage {
  /** Path of a file with its content. */
  path: string
  /** SHA-256 of the content: images with the same hash are the same. */
  hash: string
  /** A name for its file beside an article. Names of different images may be the same: see `chooseNames`. */
  name: string
}

/** Why an image could not be fetched. */
export interface FetchFailure {
  reason: string
}

export interface FetchOptions {
  /** Where downloaded images are kept. Images that it has from an earlier run are not downloaded again. */
  folder: string
  /** Looks for a URL among uploaded files first. */
  findUpload?: FindUpload
  /** URL to which relative ones refer. Without it they are only looked for among the uploads. */
  base?: string
  /** Called after each image. */
  onProgress?: (done: number, total: number) => void
  /**
   * May a connection to this IP address be opened? By default only to public servers, so that a post cannot make this program
   * send requests to the author's network. Tests with a server on this computer pass another function.
   */
  isAllowedAddress?: (address: string) => boolean
}

const timeLimit = 30_000
const redirectLimit = 5
const hostLimit = 8
/** Requests in a row to which a host may not respond. */
const failureLimit = 3

/**
 * Fetch images: from a folder of uploads, or from their servers, with one request at a time for each host. The type of an image
 * is determined by its content.
 *
 * @param urls absolute, or relative to `base`
 * @returns for each URL the image, or why it could not be fetched
 */
export async function fetchImages(
  urls: Iterable<string>,
  options: FetchOptions,
): Promise<Map<string, FetchedImage | FetchFailure>> {
  const all = [...new Set(urls)]
  const results = new Map<string, FetchedImage | FetchFailure>()
  const run = createHosts()
  const queues = groupByHost(all, options.base)
  mkdirSync(options.folder, { recursive: true })
  const work = async () => {
    for (let queue = queues.shift(); queue; queue = queues.shift())
      for (const url of queue) {
        results.set(url, await fetchImage(url, options, run))
        options.onProgress?.(results.size, all.length)
      }
  }
  await Promise.all(Array.from({ length: Math.min(hostLimit, queues.length) }, work))
  return new Map(all.map((url) => [url, results.get(url) ?? { reason: translate`not fetched` }]))
}

type Run = <T>(host: string, task: () => Promise<T>) => Promise<T>

/**
 * Runs tasks with the same host one after the other; a redirect may lead to a host that is in use for other images. A host that did
 * not respond several times gets no more requests: each would wait until its time is over.
 */
function createHosts(): Run {
  const last = new Map<string, Promise<unknown>>()
  const failures = new Map<string, number>()
  const attempt = async <T>(host: string, task: () => Promise<T>): Promise<T> => {
    const failed = failures.get(host) ?? 0
    if (failed >= failureLimit)
      throw new DownloadError(translate`${host} did not respond to ${failed} requests before`)
    try {
      const result = await task()
      failures.set(host, 0)
      return result
    } catch (error) {
      if (error instanceof UnreachableError) failures.set(host, failed + 1)
      throw error
    }
  }
  return (host, task) => {
    const run = () => attempt(host, task)
    const next = (last.get(host) ?? Promise.resolve()).then(run, run)
    last.set(host, next)
    return next
  }
}

function groupByHost(urls: readonly string[], base: string | undefined): string[][] {
  const groups = new Map<string, string[]>()
  for (const url of urls) {
    const host = URL.canParse(url, base) ? new URL(url, base).host : ''
    groups.set(host, [...(groups.get(host) ?? []), url])
  }
  return [...groups.values()]
}

async function fetchImage(
  url: string,
  options: FetchOptions,
  run: Run,
): Promise<FetchedImage | FetchFailure> {
  const upload = options.findUpload?.(url)
  if (upload) return readUpload(upload, url)
  if (!URL.canParse(url, options.base))
    return {
      reason: options.findUpload
        ? translate`not found among the uploads`
        : translate`the URL is not absolute`,
    }
  const absolute = new URL(url, options.base)
  const kept = readKept(options.folder, absolute)
  if (kept) return kept
  try {
    const data = absolute.protocol === 'data:' ? readData(absolute) : await download(absolute, options, run)
    return keep(options.folder, absolute, data)
  } catch (error) {
    if (error instanceof DownloadError) return { reason: error.message }
    throw error
  }
}

function readUpload(path: string, url: string): FetchedImage | FetchFailure {
  const data = readFileSync(path)
  const type = imageTypeOf(data)
  if ('found' in type) return { reason: wrongType(type.found) }
  const hash = hashOf(data)
  return { path, hash, name: imageName(url, type.extension, hash) }
}

async function download(url: URL, options: FetchOptions, run: Run): Promise<Buffer> {
  const limits: DownloadLimits = {
    bytes: imageBytes,
    time: timeLimit,
    isAllowedAddress: options.isAllowedAddress ?? isPublicAddress,
  }
  let next = url
  for (let count = 0; count <= redirectLimit; count++) {
    const at = next
    const result = await run(at.host, () => request(at, limits))
    if (Buffer.isBuffer(result)) return result
    next = result
  }
  throw new DownloadError(translate`more than ${redirectLimit} redirects`)
}

/** The content of a `data:` URL. */
function readData(url: URL): Buffer {
  const found = /^data:[^,]*?(;base64)?,(.*)$/s.exec(url.href)
  if (!found) throw new DownloadError(translate`found a data: URL without content`)
  return Buffer.from(decodeURIComponent(found[2] ?? ''), found[1] ? 'base64' : 'utf8')
}

/** Store an image. The file of its URL contains the name of the file with its content, so that both are found again. */
function keep(folder: string, url: URL, data: Buffer): FetchedImage | FetchFailure {
  const type = imageTypeOf(data)
  if ('found' in type) return { reason: wrongType(type.found) }
  const hash = hashOf(data)
  const file = `${hash}${type.extension}`
  write(join(folder, file), data)
  write(join(folder, `${hashOf(url.href)}.url`), file)
  return toImage(folder, file, url)
}

function write(path: string, data: Buffer | string): void {
  writeFileSync(`${path}.${process.pid}`, data)
  renameOver(`${path}.${process.pid}`, path)
}

function readKept(folder: string, url: URL): FetchedImage | undefined {
  const index = join(folder, `${hashOf(url.href)}.url`)
  if (!existsSync(index)) return undefined
  const file = readFileSync(index, 'utf8')
  return /^[\da-f]{64}\.\w+$/.test(file) && existsSync(join(folder, file))
    ? toImage(folder, file, url)
    : undefined
}

function toImage(folder: string, file: string, url: URL): FetchedImage {
  const [hash = '', extension] = file.split('.')
  const isData = url.protocol === 'data:'
  return {
    path: join(folder, file),
    hash,
    name: imageName(isData ? '' : url.pathname, `.${extension}`, hash),
  }
}

function hashOf(data: Buffer | string): string {
  return createHash('sha256').update(data).digest('hex')
}

function wrongType(found: string): string {
  return translate`found ${found}; expected ${imageTypeNames}`
}
