import type { IncomingMessage, ServerResponse } from 'node:http'
import { postedPaths } from '../../site/routes.mjs'
import type { Handler } from './handler'

/** Characters of a URL. A search of 120 Chinese characters has 1,100. */
const longestUrl = 4_096

/** A refused request: its status, and a text for a person. */
interface Refusal {
  status: 400 | 405 | 414
  text: string
}

/**
 * Refuse requests that no page can answer: a method that it does not have, a URL that is too long or cannot be decoded. Next
 * would render a page for them, or respond with 500 and log a stack.
 */
export function refuseMalformed(handle: Handler): Handler {
  return (request, response) => {
    request.url = toPath(request.url ?? '')
    // There are no server actions. Next logs an error for each request that names one.
    delete request.headers['next-action']
    const { method = '', url } = request
    const [path = ''] = url.split('?', 1)
    const allow = ['GET', 'HEAD', 'OPTIONS', ...(postedPaths.includes(path) ? ['POST'] : [])]
    const refusal = findFault(url, path) ?? findMethodFault(method, allow)
    if (refusal) return refuse(response, request, refusal, allow)
    if (method !== 'OPTIONS') return handle(request, response)
    response.writeHead(204, { allow: allow.join(', ') })
    return response.end()
  }
}

/** The path and query of a URL. A request to a proxy has the whole URL (RFC 9112, section 3.2.2), whose host is ignored. */
function toPath(url: string): string {
  return url.replace(/^https?:\/\/[^/?#]*(?=[/?#]|$)/i, '') || '/'
}

function findFault(url: string, path: string): Refusal | undefined {
  if (url.length > longestUrl)
    return { status: 414, text: `This address has ${url.length} characters; at most ${longestUrl} are read.` }
  if (path.startsWith('/') && isDecodable(path)) return undefined
  return {
    status: 400,
    text: `This address cannot be read: it begins with "/", after each "%" two hexadecimal digits are expected, and all of them together
have to be UTF-8. Look for what was cut off or added at its end.`,
  }
}

function findMethodFault(method: string, allow: readonly string[]): Refusal | undefined {
  if (allow.includes(method)) return undefined
  return { status: 405, text: `${method} is not possible here; expected ${allow.join(', ')}.` }
}

function refuse(
  response: ServerResponse,
  { method }: IncomingMessage,
  { status, text }: Refusal,
  allow: readonly string[],
): void {
  const body = `${text}\n`
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    // The body of the request is not read.
    connection: 'close',
    ...(status === 405 && { allow: allow.join(', ') }),
  })
  response.end(method === 'HEAD' ? undefined : body)
}

/** Can a path be decoded, without a character that ends texts? */
function isDecodable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0')
  } catch {
    return false
  }
}
