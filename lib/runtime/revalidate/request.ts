import { isSecret } from '../../http/secret'
import { settings } from '../../site/settings'
import { hostOf, type WebhookHost } from './webhooks'

/** An authorized request to `POST /api/revalidate`. */
export type RevalidateRequest =
  | { from: 'webhook'; delivery: string; event: 'push' | 'ping' }
  | { from: 'bearer'; slugs: string[]; paths: string[]; tags: string[] }
  /** The publisher has published an edit: the tags that changed. */
  | { from: 'publisher'; tags: string[] }

/** A refused request, with the HTTP status and the reason to respond with. */
export class Refusal extends Error {
  constructor(
    readonly status: 400 | 401 | 408 | 413 | 422 | 429,
    message: string,
  ) {
    super(message)
  }
}

/** Maximum size of a body in bytes. GitHub's own limit is 25 MB; a push of a hundred commits has about 200 KB. */
const maxBodySize = 2 * 1024 * 1024
/** Bodies that are read at the same time, and milliseconds for each: anyone can send them without the secret. */
const maxBodies = 4
const bodyTimeout = 10_000
/** Maximum length of a name: Next allows no longer cache tag. */
const maxNameLength = 250
/** Maximum number of names in one request. */
const maxNames = 1000

/**
 * Authorize and read a request.
 *
 * @throws {Refusal} 401 without a valid secret or signature, 413 for a body over 2 MB, 429 if others are being read, 408 if it takes
 * over 10 s, 400 if the body is not JSON, 422 if the JSON has another shape
 */
export async function readRequest(request: Request): Promise<RevalidateRequest> {
  const host = hostOf(request.headers)
  const authorization = request.headers.get('authorization') ?? ''
  const isPublisher = settings.token() !== '' && isSecret(authorization, `Bearer ${settings.token()}`)
  const secret = settings.revalidateSecret()
  if (!isPublisher && !secret)
    throw new Refusal(401, `${settings.revalidateSecretProblem()} on this server: the request is refused.`)
  if (!isPublisher && !host && !isSecret(authorization, `Bearer ${secret}`))
    throw new Refusal(
      401,
      'Expected "Authorization: Bearer <REVALIDATE_SECRET>", or a signed webhook of GitHub, Gitea, Forgejo, GitLab or Gitee.',
    )
  const body = await readBody(request)
  if (!isPublisher && host && !(await isSigned(host, request.headers, body, secret)))
    throw new Refusal(401, 'The signature does not match the body and REVALIDATE_SECRET.')
  const data = parse(body)
  if (isPublisher) return { from: 'publisher', tags: readNames(data, 'tags') }
  if (host) return readWebhook(host, request.headers, data)
  return readBearerRequest(data)
}

function isSigned(host: WebhookHost, headers: Headers, body: string, secret: string) {
  return host.isSigned(headers.get(host.signature) ?? '', body, secret, headers)
}

/** Bodies that are being read by this process. */
let bodiesInProgress = 0

async function readBody(request: Request): Promise<string> {
  if (bodiesInProgress >= maxBodies)
    throw new Refusal(429, `${maxBodies} requests are being read. Try again in a moment.`)
  bodiesInProgress++
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<never>((_, reject) => {
    const refusal = new Refusal(408, `The body took longer than ${bodyTimeout / 1000} s.`)
    timer = setTimeout(() => reject(refusal), bodyTimeout)
  })
  try {
    return await Promise.race([readChunks(request), tooLate])
  } finally {
    clearTimeout(timer)
    bodiesInProgress--
  }
}

/** Read a body up to the size limit, without waiting for the rest. */
async function readChunks(request: Request): Promise<string> {
  const tooLong = new Refusal(413, `The body is longer than ${maxBodySize} bytes.`)
  if (Number(request.headers.get('content-length') ?? 0) > maxBodySize) throw tooLong
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > maxBodySize) throw tooLong
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

function parse(body: string): Record<string, unknown> {
  let data: unknown
  try {
    data = JSON.parse(body)
  } catch {
    throw new Refusal(400, 'The body is not JSON. Set the content type of the webhook to application/json.')
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new Refusal(422, 'Expected a JSON object.')
  return data as Record<string, unknown>
}

function readNames(data: Record<string, unknown>, field: string): string[] {
  const value = data[field] ?? []
  if (
    !Array.isArray(value) ||
    !value.every((name) => typeof name === 'string' && name.length <= maxNameLength)
  )
    throw new Refusal(422, `\`${field}\` must be an array of strings of at most ${maxNameLength} characters.`)
  return value
}

function readBearerRequest(data: Record<string, unknown>): RevalidateRequest {
  const slugs = readNames(data, 'slugs')
  const paths = readNames(data, 'paths')
  const tags = readNames(data, 'tags')
  const count = slugs.length + paths.length + tags.length
  if (count === 0 || count > maxNames)
    throw new Refusal(
      422,
      `Found ${count} names; expected 1 to ${maxNames}: { "slugs": ["cycloid"] } or { "paths": ["/about"] }.`,
    )
  const relative = paths.find((path) => !path.startsWith('/'))
  if (relative !== undefined)
    throw new Refusal(422, `Found the path "${relative}"; expected the path of a page, such as "/about".`)
  return { from: 'bearer', slugs, paths, tags }
}

function readWebhook(host: WebhookHost, headers: Headers, data: Record<string, unknown>): RevalidateRequest {
  const event = headers.get(host.event) ?? ''
  const delivery = headers.get(host.delivery) ?? ''
  if (!delivery) throw new Refusal(400, `Expected the header ${host.delivery} in a webhook of ${host.name}.`)
  const from = 'webhook'
  if (host.ping !== undefined && event === host.ping) return { from, delivery, event: 'ping' }
  if (event !== host.push)
    throw new Refusal(422, `Found the event "${event}" in ${host.event}; expected "${host.push}".`)
  if (!Array.isArray(data.commits)) throw new Refusal(422, 'Expected "commits" in a push.')
  return { from, delivery, event: 'push' }
}
