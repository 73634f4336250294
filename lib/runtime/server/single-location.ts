import type { Handler } from './handler'
import { beforeHeaders } from './patch-response'

/**
 * Send the header `Location` once. Next sends it twice if a page redirects that is rendered on demand, and clients that are
 * no browsers join both values to one address.
 */
export function singleLocation(handle: Handler): Handler {
  return (request, response) => {
    beforeHeaders(response, () => {
      const location = response.getHeader('location')
      if (Array.isArray(location) && location[0] !== undefined) response.setHeader('location', location[0])
    })
    return handle(request, response)
  }
}
