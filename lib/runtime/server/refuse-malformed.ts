import type { Handler } from './handler'

const answer = `This address cannot be read: after each "%" two hexadecimal digits are expected, and all of them together
have to be UTF-8. Look for what was cut off or added at its end.
`

/**
 * Respond with 400 to a URL whose path cannot be decoded (`/posts/%E0%A4%A`). Next would respond with 500 and log an error.
 */
export function refuseMalformed(handle: Handler): Handler {
  return (request, response) => {
    if (isDecodable(request.url ?? '')) return handle(request, response)
    response.writeHead(400, {
      'content-type': 'text/plain; charset=utf-8',
      'content-length': Buffer.byteLength(answer),
    })
    return response.end(request.method === 'HEAD' ? undefined : answer)
  }
}

/** Can the path of a URL be decoded? The query may contain anything. */
function isDecodable(url: string): boolean {
  const [path = ''] = url.split('?', 1)
  if (!path.includes('%')) return true
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
