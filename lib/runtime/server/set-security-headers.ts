import { securityHeaders } from '../../http/security-headers.mjs'
import type { Handler } from './handler'

/** Paths of files that other sites may embed: feed readers show images, messengers show cards. */
const embeddable = /^\/(?:media|formulas)\/|\.(?:png|svg|ico)$/

/**
 * Set the security headers of every response, including those that Next does not send.
 *
 * @param strictTransportSecurity value of this header; empty if it is not sent
 */
export function setSecurityHeaders(handle: Handler, strictTransportSecurity = ''): Handler {
  const headers = Object.entries({
    ...securityHeaders,
    ...(strictTransportSecurity && { 'strict-transport-security': strictTransportSecurity }),
  })
  return (request, response) => {
    for (const [name, value] of headers) response.setHeader(name, value)
    const [path = ''] = (request.url ?? '').split('?', 1)
    if (embeddable.test(path)) response.setHeader('cross-origin-resource-policy', 'cross-origin')
    return handle(request, response)
  }
}
