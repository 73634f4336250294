import { securityHeaders } from '../../http/security-headers.mjs'
import type { Handler } from './handler'

/** Paths of files that other sites may embed: feed readers show images, messengers show cards. */
const embeddable = /^\/(?:media|formulas)\/|\.(?:png|svg|ico)$/

/** Set the security headers of every response, including those that Next does not send. */
export function setSecurityHeaders(handle: Handler): Handler {
  return (request, response) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
    const [path = ''] = (request.url ?? '').split('?', 1)
    if (embeddable.test(path)) response.setHeader('cross-origin-resource-policy', 'cross-origin')
    return handle(request, response)
  }
}
