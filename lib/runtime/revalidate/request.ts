import { verify } from '@octokit/webhooks-methods'
import { isSecret } from '../../http/secret'
import { settings } from '../../site/settings'

/** An authorized request to `POST /api/revalidate`. */
export type RevalidateRequest =
  | { from: 'github'; delivery: string; event: 'push' | 'ping' }
  | { from: 'bearer'; slugs: string[]; paths: string[]; tags: string[] }
  /** The publisher has published an edit: the tags that changed. */
  | { from: 'publisher'; tags: string[] }

/** A refused request, with the HTTP status and the reason to respond with. */
export class Refusal extends Error {
  constructor(
    readonly status: 400 | 401 | 413 | 422,
    message: string,
  ) {
    super(message)
  }
}

/** Maximum size of a body in bytes. GitHub's own limit is 25 MB; a push of a hundred commits has about 200 KB. */
const maxBodySize = 5 * 1024 * 1024
/** Maximum length of a name: Next allows no longer cache tag. */
const maxNameLength = 250
/** Maximum number of names in one request. */
const maxNames = 1000

/**
 * Authorize and read a request.
 *
 * @throws {Refusal} 401 without a valid secret or signature, 413 for a body over 5 MB, 400 if the body is not JSON, 422 if the
 * JSON has another shape
 */
export async function readRequest(request: Request): Promise<RevalidateRequest> {
  const signature = request.headers.get('x-hub-signature-256')
  const authorization = request.headers.get('authorization') ?? ''
  const isPublisher = settings.token() !== '' && isSecret(authorization, `Bearer ${settings.token()}`)
  const secret = settings.revalidateSecret()
  if (!isPublisher && !secret)
    throw new Refusal(401, `${settings.revalidateSecretProblem()} on this server: the request is refused.`)
  if (!isPublisher && !signature && !isSecret(authorization, `Bearer ${secret}`))
    throw new Refusal(
      401,
      'Expected "Authorization: Bearer <REVALIDATE_SECRET>", or a signed GitHub webhook.',
    )
  const body = await readBody(request)
  if (!isPublisher && signature && !(await isSignedBody(body, signature, secret)))
    throw new Refusal(401, 'The signature does not match the body and REVALIDATE_SECRET.')
  const data = parse(body)
  if (isPublisher) return { from: 'publisher', tags: readNames(data, 'tags') }
  if (signature) return readWebhook(request.headers, data)
  return readBearerRequest(data)
}

/** Read a body up to the size limit, without waiting for the rest. */
async function readBody(request: Request): Promise<string> {
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

async function isSignedBody(body: string, signature: string, secret: string): Promise<boolean> {
  // `verify` throws for an empty body, and accepts a signature without the name of the algorithm.
  if (body === '' || !/^sha256=[\da-f]{64}$/.test(signature)) return false
  return verify(secret, body, signature)
}

function parse(body: string): Record<string, unknown> {
  let data: unknown
  try {
    data = JSON.parse(body)
  } catch {
    throw new Refusal(
      400,
      'The body is not JSON. Set the content type of the GitHub webhook to application/json.',
    )
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

/** https://docs.github.com/en/webhooks/webhook-events-and-payloads#push */
function readWebhook(headers: Headers, data: Record<string, unknown>): RevalidateRequest {
  const event = headers.get('x-github-event') ?? ''
  const delivery = headers.get('x-github-delivery') ?? ''
  if (!delivery) throw new Refusal(400, 'Expected the header X-GitHub-Delivery.')
  if (event === 'ping') return { from: 'github', delivery, event }
  if (event !== 'push') throw new Refusal(422, `Found the event "${event}"; expected push.`)
  if (!Array.isArray(data.commits)) throw new Refusal(422, 'Expected "commits" in a push.')
  return { from: 'github', delivery, event }
}
