// An address that cannot be decoded (`/posts/%E0%A4%A`) ends in an error of Next's, and in its log: 500, as if it were ours.

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */

const answer = `This address cannot be read: after each "%" two hexadecimal digits are expected, and all of them together
have to be UTF-8. Look for what was cut off or added at its end.
`

/**
 * Refuse with 400 what is asked for under an address that cannot be decoded.
 *
 * @param {(request: Request, response: Response) => unknown} handle
 * @returns {(request: Request, response: Response) => void}
 */
export function refuseMalformed(handle) {
  return (request, response) => {
    if (isReadable(request.url ?? '')) return void handle(request, response)
    const headers = {
      'content-type': 'text/plain; charset=utf-8',
      'content-length': Buffer.byteLength(answer),
    }
    response.writeHead(400, headers).end(request.method === 'HEAD' ? undefined : answer)
  }
}

/** What stands after "?" is read leniently. @param {string} url */
function isReadable(url) {
  const [path = ''] = url.split('?', 1)
  if (!path.includes('%')) return true
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
