import { settings } from '../settings'
import { isSecret, sign } from './secret'

/** What a caller of `POST /api/revalidate` asks for, once it is known who it is. */
export type RevalidateRequest =
  | { from: 'github'; delivery: string; event: string; files: string[] }
  | { from: 'bearer'; slugs: string[]; paths: string[]; tags: string[] }
  /** The publisher beside this server: what it names is published already. */
  | { from: 'publisher'; tags: string[] }

/** A request that is refused, with the HTTP status and the reason for the caller. */
export class Refusal extends Error {
  constructor(
    readonly status: 400 | 401 | 413 | 422,
    message: string,
  ) {
    super(message)
  }
}

/** Bytes of a body that are read; GitHub's own limit is 25 MB, a push of a hundred commits is about 200 KB. */
const longestBody = 5 * 1024 * 1024
/** Characters of a name: Next takes no longer tag. */
const longestName = 250
/** Names in one request: what concerns more is a new deployment. */
const mostNames = 1000

/**
 * Read a request: who asks, and for what.
 *
 * @throws {Refusal} 401 without a known secret or signature, 413 for a body over 5 MB, 400 for what is no JSON, 422 for
 * JSON of another shape
 */
export async function readRequest(request: Request): Promise<RevalidateRequest> {
  const signature = request.headers.get('x-hub-signature-256')
  const authorization = request.headers.get('authorization') ?? ''
  const isPublisher = settings.token() !== '' && isSecret(authorization, `Bearer ${settings.token()}`)
  const secret = settings.revalidateSecret()
  if (!isPublisher && !secret)
    throw new Refusal(401, 'REVALIDATE_SECRET is not set on this server: nothing is done.')
  if (!isPublisher && !signature && !isSecret(authorization, `Bearer ${secret}`))
    throw new Refusal(
      401,
      'Expected "Authorization: Bearer <REVALIDATE_SECRET>", or a signed GitHub webhook.',
    )
  const body = await readBody(request)
  if (!isPublisher && signature && !isSecret(signature, `sha256=${sign(body, secret)}`))
    throw new Refusal(401, 'The signature is not that of this body with REVALIDATE_SECRET.')
  const data = parse(body)
  if (isPublisher) return { from: 'publisher', tags: readNames(data, 'tags') }
  if (signature) return readWebhook(request.headers, data)
  const names = {
    slugs: readNames(data, 'slugs'),
    paths: readNames(data, 'paths'),
    tags: readNames(data, 'tags'),
  }
  const count = names.slugs.length + names.paths.length + names.tags.length
  if (count === 0 || count > mostNames)
    throw new Refusal(
      422,
      `Found ${count} names; expected 1 to ${mostNames}: { "slugs": ["cycloid"] } or { "paths": ["/about"] }.`,
    )
  return { from: 'bearer', ...names }
}

/** Read a body up to the limit; the rest is not waited for. */
async function readBody(request: Request): Promise<Buffer> {
  const tooLong = new Refusal(413, `The body is longer than ${longestBody} bytes.`)
  if (Number(request.headers.get('content-length') ?? 0) > longestBody) throw tooLong
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength
    if (length > longestBody) throw tooLong
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function parse(body: Buffer): Record<string, unknown> {
  let data: unknown
  try {
    data = JSON.parse(body.toString())
  } catch {
    throw new Refusal(400, 'The body is not JSON; a GitHub webhook has the content type application/json.')
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new Refusal(422, 'Expected a JSON object.')
  return data as Record<string, unknown>
}

function readNames(data: Record<string, unknown>, field: string): string[] {
  const value = data[field] ?? []
  if (!Array.isArray(value) || !value.every((name) => typeof name === 'string' && name.length <= longestName))
    throw new Refusal(
      422,
      `Found another "${field}"; expected a list of texts of up to ${longestName} characters.`,
    )
  return value
}

/** https://docs.github.com/en/webhooks/webhook-events-and-payloads#push */
function readWebhook(headers: Headers, data: Record<string, unknown>): RevalidateRequest {
  const event = headers.get('x-github-event') ?? ''
  const delivery = headers.get('x-github-delivery') ?? ''
  if (!delivery) throw new Refusal(400, 'Expected the header X-GitHub-Delivery.')
  if (event === 'ping') return { from: 'github', delivery, event, files: [] }
  if (event !== 'push') throw new Refusal(422, `Found the event "${event}"; expected push.`)
  if (!Array.isArray(data.commits)) throw new Refusal(422, 'Expected "commits" in a push.')
  const files = data.commits.flatMap((commit: unknown) => {
    const lists = (commit ?? {}) as Record<string, unknown>
    return ['added', 'modified', 'removed'].flatMap((kind) => readNames(lists, kind))
  })
  return { from: 'github', delivery, event, files: [...new Set(files)] }
}
