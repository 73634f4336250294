import { existsSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { readJson } from '../support/functions/assemble'
import { type SiteRequest, secret } from '../support/functions/requests'
import { resume } from '../support/functions/resume'
import { type RunningFunction, startFunction } from '../support/functions/running'
import type { Target } from './build'
import type { DeployedFunction } from './output'
import { meets, type Route, type Routed, route } from './routing'

/** The configuration of a prerendered page. */
interface Prerender {
  /** The file that the build rendered, next to this one; null if the first request renders the page. */
  fallback: string | null
  initialStatus?: number
  initialHeaders?: Record<string, string>
  allowQuery: string[]
  allowHeader: string[]
  bypassToken: string
  experimentalBypassFor?: { type: string; key: string; value?: string }[]
  chain?: { outputPath: string; headers: Record<string, string> }
}

interface Config {
  routes: Route[]
  overrides: Record<string, { path: string; contentType: string }>
}

/** The content type of a partially prerendered page: React's state with a given length, then HTML. */
const partial = /^application\/x-nextjs-pre-render; state-length=(\d+); origin="(.*)"$/

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
}

/** A deployment, served as Vercel's network serves it, without its caches. */
export class Deployment {
  readonly #output: string
  readonly #functions: ReadonlyMap<string, DeployedFunction>
  readonly #config: Config
  readonly #env: Record<string, string>
  #running: { deployed: DeployedFunction; server: RunningFunction } | undefined

  constructor(output: string, functions: ReadonlyMap<string, DeployedFunction>, target: Target) {
    this.#output = output
    this.#functions = functions
    this.#config = readJson(join(output, 'config.json'))
    this.#env = { VERCEL: '1', VERCEL_ENV: target, REVALIDATE_SECRET: secret }
  }

  /** Respond to a request with a static file, a prerendered page or the response of a function. */
  async respond(request: SiteRequest): Promise<Response> {
    const { routed, name, headers } = this.#route(request)
    if (routed.headers.has('location')) return new Response(null, { status: 308, headers: routed.headers })
    const response = await this.#find(request, routed, name, headers)
    return addHeaders(response, routed.headers)
  }

  /**
   * Render a prerendered page again with its function, as Vercel does after it expired or was revalidated.
   *
   * @returns undefined if it is not a prerendered page
   */
  async render(request: SiteRequest): Promise<Response | undefined> {
    const { routed, name, headers } = this.#route(request)
    const prerender = name === undefined ? undefined : this.#prerenderOf(name, request, headers)
    if (name === undefined || !prerender?.fallback) return undefined
    if (partial.test(prerender.initialHeaders?.['content-type'] ?? '')) return undefined
    headers.set('x-prerender-revalidate', prerender.bypassToken)
    return addHeaders(await this.#call(name, request, routed.search, headers), routed.headers)
  }

  stop(): void {
    this.#running?.server.stop()
    this.#running = undefined
  }

  #route(request: SiteRequest): { routed: Routed; name: string | undefined; headers: Headers } {
    const headers = new Headers(request.headers)
    const url = new URL(request.path, 'http://localhost')
    const exists = (path: string) => this.#functions.has(nameOf(path)) || this.#fileAt(path) !== undefined
    const routed = route(this.#config.routes, url, headers, exists)
    return { routed, name: routed.path === undefined ? undefined : nameOf(routed.path), headers }
  }

  async #find(
    request: SiteRequest,
    routed: Routed,
    name: string | undefined,
    headers: Headers,
  ): Promise<Response> {
    const file = routed.path === undefined ? undefined : this.#fileAt(routed.path)
    if (file) return sendFile(file.path, file.type, routed.status ?? 200)
    const notFound = this.#fileAt('/404')
    if (name === undefined && notFound) return sendFile(notFound.path, notFound.type, 404)
    if (name === undefined) return new Response('NOT_FOUND', { status: 404 })
    const prerender = this.#prerenderOf(name, request, headers)
    if (!prerender) return this.#call(name, request, routed.search, headers)
    if (prerender.fallback) return this.#sendPrerendered(name, prerender, request, routed)
    // The cache requests the page for all clients, so without other parameters and headers.
    const query = new URLSearchParams(
      [...routed.search].filter(([key]) => prerender.allowQuery.includes(key)),
    )
    const allowed = [...headers].filter(([key]) => prerender.allowHeader.includes(key))
    return this.#call(name, request, query, new Headers(allowed))
  }

  /** A static file, by its path in the deployment. */
  #fileAt(path: string): { path: string; type: string } | undefined {
    const name = nameOf(path)
    const overrides = Object.entries(this.#config.overrides)
    const [file, override] = overrides.find(([, { path }]) => path === name) ?? [name]
    const found = join(this.#output, 'static', file)
    if (!existsSync(found) || !statSync(found).isFile()) return undefined
    return { path: found, type: override?.contentType ?? types[extname(file)] ?? 'application/octet-stream' }
  }

  #prerenderOf(name: string, { method = 'GET' }: SiteRequest, headers: Headers): Prerender | undefined {
    const file = join(this.#output, 'functions', `${name}.prerender-config.json`)
    if (method !== 'GET' || !existsSync(file)) return undefined
    const prerender = readJson<Prerender>(file)
    const isBypassed = prerender.experimentalBypassFor?.some((condition) => meets(condition, headers))
    // Next's draft mode.
    const isDraft = headers.get('cookie')?.includes(`__prerender_bypass=${prerender.bypassToken}`)
    return isBypassed || isDraft ? undefined : prerender
  }

  async #sendPrerendered(
    name: string,
    { fallback, initialStatus = 200, initialHeaders = {}, chain }: Prerender,
    request: SiteRequest,
    { search }: Routed,
  ): Promise<Response> {
    const path = join(this.#output, 'functions', name, '..', fallback ?? '')
    const content = readFileSync(path)
    const [, length, type] = partial.exec(initialHeaders['content-type'] ?? '') ?? []
    const init = {
      status: initialStatus,
      headers: { ...initialHeaders, ...(type && { 'content-type': type }) },
    }
    if (!length || !chain) return new Response(content, init)
    const state = content.subarray(0, Number(length)).toString()
    const { url } = await this.#start(chain.outputPath)
    const address = url + withSearch(request.path, search)
    const rest = await resume(address, state, {
      ...chain.headers,
      'x-matched-path': headerText(`/${chain.outputPath}`),
    })
    const shell = content.subarray(Number(length)).toString()
    return new Response(shell + (await rest.text()), init)
  }

  async #call(
    name: string,
    { path, method = 'GET', body }: SiteRequest,
    search: URLSearchParams,
    headers: Headers,
  ): Promise<Response> {
    const { url } = await this.#start(name)
    headers.set('x-matched-path', headerText(name === 'index' ? '/' : `/${name}`))
    const init = { method, headers, redirect: 'manual' as const, ...(body !== undefined && { body }) }
    return fetch(url + withSearch(path, search), init)
  }

  /** Start a function, and stop the previous one. */
  async #start(name: string): Promise<RunningFunction> {
    const deployed = this.#functions.get(name)
    if (!deployed) throw new Error(`Expected a function ${name}.`)
    if (this.#running?.deployed === deployed) return this.#running.server
    this.stop()
    const server = await startFunction(deployed.folder, deployed.entry, this.#env)
    this.#running = { deployed, server }
    return server
  }
}

function nameOf(path: string): string {
  const name = decodeURIComponent(path).replace(/^\/|\/$/g, '')
  return name === '' ? 'index' : name
}

/** The bytes of a header, which contains Latin-1 characters only. */
function headerText(text: string): string {
  return Buffer.from(text).toString('latin1')
}

function withSearch(path: string, search: URLSearchParams): string {
  const [pathname = ''] = path.split('?')
  return search.size > 0 ? `${pathname}?${search}` : pathname
}

function sendFile(path: string, type: string, status: number): Response {
  return new Response(readFileSync(path), { status, headers: { 'content-type': type } })
}

function addHeaders(response: Response, headers: Headers): Response {
  const all = new Headers(response.headers)
  for (const [name, value] of headers) all.set(name, value)
  return new Response(response.body, { status: response.status, headers: all })
}
