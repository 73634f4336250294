import { createHash } from 'node:crypto'
import { withoutPayload } from '../../../lib/runtime/documents/without-payload'

/** The parts of a response that are compared. */
export interface Observed {
  status: number
  type: string | null
  location: string | null
  robots: string | null
  /** Text after `normalize`, or a hash of bytes. */
  body: string
}

/** Text that differs between two responses to the same request with the same content. */
const variable: [pattern: RegExp, replacement: string][] = [
  // React's payload numbers its rows in the order in which they were rendered.
  [/<script>self\.__next_f\.push\(.*?\)<\/script>/gs, ''],
  // The duration of a webhook.
  [/"duration":\d+/g, '"duration":0'],
]

/** Read the parts of a response that are compared. */
export async function observe(response: Response): Promise<Observed> {
  const type = response.headers.get('content-type')
  const bytes = Buffer.from(await response.arrayBuffer())
  const isText = /text|json|xml|component/.test(type ?? '')
  return {
    status: response.status,
    type: type?.toLowerCase().replace('; ', ';') ?? null,
    location: response.headers.get('location')?.replace(/^https?:\/\/[^/]+/, '') ?? null,
    robots: response.headers.get('x-robots-tag'),
    body: isText ? normalize(bytes.toString()) : createHash('sha256').update(bytes).digest('hex'),
  }
}

function normalize(text: string): string {
  // The page cache of our own server removes React's payload from most pages.
  const small = withoutPayload(text)
  return variable.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), small)
}
