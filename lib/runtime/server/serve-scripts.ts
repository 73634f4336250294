import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { immutable } from '../../http/conditional'
import { chooseEncoding } from './encoding'
import type { Handler } from './handler'

const path = '/_next/static/chunks/browser/'
/** File name endings by content encoding. */
const endings = { br: '.br', gzip: '.gz' } as const

/**
 * Serve the scripts of pages from memory, as the build compressed them (`lib/runtime/scripts/bundle-browser.mjs`); pass
 * every other request on.
 *
 * @param folder of the scripts
 */
export function serveScripts(handle: Handler, folder: string): Handler {
  const names = existsSync(folder) ? readdirSync(folder) : []
  const files = new Map(names.map((name) => [path + name, readFileSync(join(folder, name))]))
  return (request, response) => {
    const { method, url = '' } = request
    const [address = ''] = url.split('?', 1)
    if (method !== 'GET' || !address.endsWith('.js') || !files.has(address)) return handle(request, response)
    const encoding = chooseEncoding(request)
    const body = files.get(address + (encoding ? endings[encoding] : ''))
    response.writeHead(200, {
      'cache-control': immutable,
      'content-type': 'text/javascript; charset=utf-8',
      'content-length': body?.length ?? 0,
      vary: 'Accept-Encoding',
      ...(encoding && { 'content-encoding': encoding }),
    })
    return response.end(body)
  }
}
