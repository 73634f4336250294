// The routes of a deployment: https://vercel.com/docs/build-output-api/configuration#routes

/** A route of `config.json` with the fields that Next's builds use, or the beginning of a phase. */
export interface Route {
  handle?: string
  src?: string
  dest?: string
  status?: number
  headers?: Record<string, string>
  has?: Condition[]
  missing?: Condition[]
  continue?: boolean
  check?: boolean
  override?: boolean
}

interface Condition {
  type: string
  key: string
  value?: string
}

/** The result of routing a request. */
export interface Routed {
  /** Path of a file or function; undefined if there is none. */
  path: string | undefined
  search: URLSearchParams
  status: number | undefined
  /** Headers of the response. */
  headers: Headers
}

interface Visit extends Routed {
  path: string
  request: Headers
}

/** Find the file or function for a request. @param exists returns whether there is one at a path */
export function route(
  routes: readonly Route[],
  url: URL,
  request: Headers,
  exists: (path: string) => boolean,
): Routed {
  const visit: Visit = {
    path: url.pathname,
    search: new URLSearchParams(url.search),
    status: undefined,
    headers: new Headers(),
    request,
  }
  const phases = splitPhases(routes)
  const isFound = () => exists(visit.path)
  follow(phases.get('') ?? [], visit, () => false)
  if (visit.headers.has('location')) return visit
  for (const phase of ['filesystem', 'miss', 'rewrite']) {
    if (isFound()) break
    follow(phases.get(phase) ?? [], visit, isFound)
  }
  if (!isFound()) return { ...visit, path: undefined }
  follow(phases.get('hit') ?? [], visit, () => false)
  return visit
}

/** The routes of each phase; the first phase has no name. */
function splitPhases(routes: readonly Route[]): Map<string, Route[]> {
  const phases = new Map<string, Route[]>()
  let phase = ''
  for (const route of routes) {
    if (route.handle !== undefined) phase = route.handle
    else phases.set(phase, [...(phases.get(phase) ?? []), route])
  }
  return phases
}

/** Apply the routes of a phase, until one ends it or finds a file or function. */
function follow(routes: readonly Route[], visit: Visit, isFound: () => boolean): void {
  for (const route of routes) {
    const captured = match(route, visit)
    if (!captured) continue
    const fill = (text: string) =>
      text.replace(/\$([1-9]|[a-zA-Z_]\w*)/g, (_, name: string) => captured[name] ?? '')
    for (const [name, value] of Object.entries(route.headers ?? {})) visit.headers.set(name, fill(value))
    if (route.status !== undefined) visit.status = route.status
    if (route.dest !== undefined) {
      const [path = '', search = ''] = fill(route.dest).split('?')
      visit.path = path
      for (const [name, value] of new URLSearchParams(search)) visit.search.set(name, value)
    }
    if (route.check ? isFound() : !route.continue) return
  }
}

/** The captured groups of a route, by number and name; undefined if it does not match. */
function match(
  { src = '', has = [], missing = [] }: Route,
  visit: Visit,
): Record<string, string> | undefined {
  const found = new RegExp(`^(?:${src.replace(/^\^/, '').replace(/\$$/, '')})$`).exec(visit.path)
  if (!found) return undefined
  const captured: Record<string, string> = { ...Object.fromEntries(found.entries()), ...found.groups }
  for (const condition of has) {
    const groups = meets(condition, visit.request, visit.search)
    if (!groups) return undefined
    Object.assign(captured, groups)
  }
  return missing.some((condition) => meets(condition, visit.request, visit.search)) ? undefined : captured
}

/** Is a header or a parameter of the query present, with this value? */
export function meets(
  { type, key, value }: Condition,
  request: Headers,
  search = new URLSearchParams(),
): Record<string, string> | undefined {
  const actual = type === 'header' ? request.get(key) : type === 'query' ? search.get(key) : undefined
  if (actual === null || actual === undefined) return undefined
  const found = new RegExp(`^(?:${value ?? '.*'})$`).exec(actual)
  return found ? { ...found.groups } : undefined
}
