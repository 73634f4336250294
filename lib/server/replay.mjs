// Answers that are sent again as they were: whole pages, compressed once.
import { given } from '../cache/given.mjs'
import { matches } from '../http/etag.mjs'
import { prefersMarkdown } from '../http/prefers-markdown.mjs'

/** Bytes of the answers that are kept; a page of mathematics has about 30 KB. */
const capacity = 32 * 1024 * 1024
/** Longer ones are not kept. */
const longest = 1024 * 1024
/** Headers that belong to one connection or one moment. */
const passing = new Set(['connection', 'keep-alive', 'date', 'transfer-encoding', 'content-length'])

/** Best first; a weight of nothing is a refusal. */
const encodings = ['br', 'gzip'].map((name) => ({
  name,
  pattern: new RegExp(`\\b${name}\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`),
}))

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {import('../cache/given.mjs').GivenPage} GivenPage */
/** @typedef {{ page: GivenPage, headers: [name: string, value: any][], etag: string, body: Buffer }} Answer */

/**
 * Put what a server answered in front of it. Only pages are kept that the page cache gave out, and one is sent again only
 * while the page cache would give out the same: freshness is decided in one place. What is saved is finding the route,
 * hashing and compressing the page, nearly all of the time of a cached answer.
 *
 * @param {(request: Request, response: Response) => unknown} handle Next's
 * @param {(page: GivenPage) => boolean} isCurrent
 * @returns {(request: Request, response: Response) => void}
 */
export function createReplay(handle, isCurrent) {
  /** By address and encoding, the one sent last at the end. @type {Map<string, Answer>} */
  const answers = new Map()
  let size = 0

  return (request, response) => {
    request.headers['accept-encoding'] = encodingFor(request)
    const name = nameOf(request)
    if (name === undefined) return void handle(request, response)
    const known = answers.get(name)
    if (known) {
      forget(name, known)
      if (isCurrent(known.page)) {
        keep(name, known)
        return send(known, request, response)
      }
    }
    /** @type {GivenPage[]} */
    const pages = []
    listen(response, (body) => {
      const answer = toAnswer(response, pages, body)
      const other = answers.get(name)
      if (other) forget(name, other)
      if (answer) keep(name, answer)
    })
    given.run(pages, () => void handle(request, response))
  }

  /** @param {string} name @param {Answer} answer */
  function keep(name, answer) {
    answers.set(name, answer)
    size += answer.body.length
    for (const [oldest, old] of answers) {
      if (size <= capacity) break
      forget(oldest, old)
    }
  }

  /** @param {string} name @param {Answer} answer */
  function forget(name, answer) {
    answers.delete(name)
    size -= answer.body.length
  }
}

/**
 * A name for what is asked: the same page, in the same encoding. Undefined for what is no plain page: data for a
 * navigation, a preview, a part.
 *
 * @param {Request} request
 */
function nameOf({ method, url = '', headers }) {
  if (method !== 'GET' || url.includes('?') || headers.range !== undefined) return undefined
  if (headers.cookie?.includes('__prerender_bypass')) return undefined
  if (prefersMarkdown.test(headers.accept ?? '')) return undefined
  if (Object.keys(headers).some((name) => /^(rsc$|next-|x-prerender-)/.test(name))) return undefined
  return `${headers['accept-encoding']} ${url}`
}

/**
 * The one encoding of those we have that a reader takes: whatever else they take makes no other answer.
 *
 * @param {Request} request
 */
function encodingFor({ headers }) {
  const accepted = headers['accept-encoding'] ?? ''
  return encodings.find(({ pattern }) => pattern.test(accepted))?.name ?? 'identity'
}

/**
 * Hear what is sent, as it goes out.
 *
 * @param {Response} response
 * @param {(body: Buffer) => void} callback with the whole body, where it was sent whole and is not too long
 */
function listen(response, callback) {
  /** @type {Buffer[]} */
  const chunks = []
  let length = 0
  const { write, end } = response
  /** @param {unknown} chunk @param {unknown} encoding */
  const hear = (chunk, encoding) => {
    if (typeof chunk !== 'string' && !(chunk instanceof Uint8Array)) return
    const bytes =
      typeof chunk === 'string'
        ? Buffer.from(chunk, typeof encoding === 'string' ? /** @type {BufferEncoding} */ (encoding) : 'utf8')
        : Buffer.from(chunk)
    length += bytes.length
    if (length <= longest) chunks.push(bytes)
  }
  response.write = /** @type {typeof write} */ (
    (/** @type {any[]} */ ...args) => {
      hear(args[0], args[1])
      return Reflect.apply(write, response, args)
    }
  )
  response.end = /** @type {typeof end} */ (
    (/** @type {any[]} */ ...args) => {
      hear(args[0], args[1])
      return Reflect.apply(end, response, args)
    }
  )
  response.once('finish', () => length <= longest && callback(Buffer.concat(chunks)))
}

/**
 * @param {Response} response
 * @param {GivenPage[]} pages
 * @param {Buffer} body
 * @returns {Answer | undefined}
 */
function toAnswer(response, [page, ...others], body) {
  const etag = response.getHeader('etag')
  const isPlain = response.statusCode === 200 && !response.hasHeader('set-cookie') && body.length > 0
  if (!page || others.length > 0 || !isPlain || typeof etag !== 'string') return undefined
  const headers = Object.entries(response.getHeaders()).filter(([name]) => !passing.has(name))
  return { page, headers, etag, body }
}

/** @param {Answer} answer @param {Request} request @param {Response} response */
function send({ headers, etag, body }, request, response) {
  const condition = request.headers['if-none-match']
  const isKnown = condition !== undefined && matches(condition, etag)
  response.statusCode = isKnown ? 304 : 200
  for (const [name, value] of headers)
    if (!(isKnown && name.startsWith('content-'))) response.setHeader(name, value)
  if (isKnown) return void response.end()
  response.setHeader('content-length', body.length)
  response.end(body)
}
