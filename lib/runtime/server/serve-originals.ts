import type { Handler } from './handler'

/**
 * Redirect requests for smaller versions of images to the images. For servers without sharp, which Next's image optimiser
 * needs and which is not available on every platform.
 */
export function serveOriginals(handle: Handler): Handler {
  return (request, response) => {
    const [path, query = ''] = (request.url ?? '').split('?', 2)
    const image = new URLSearchParams(query).get('url') ?? ''
    // Only paths of this site: the parameter is the client's.
    if (path !== '/_next/image' || !/^\/media\/[0-9a-f]{12}\/[^/\\\s]+$/.test(image))
      return handle(request, response)
    response.writeHead(307, { location: image, 'cache-control': 'no-store' })
    return response.end()
  }
}

/** Can images be resized on this machine? */
export async function hasSharp(): Promise<boolean> {
  return import('sharp').then(
    () => true,
    () => false,
  )
}
