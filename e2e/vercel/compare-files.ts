import type { Deployment } from './deployment'

/** Pages that name different scripts, styles and fonts. */
const pages = ['/', '/search', '/posts/gamma-function', '/posts/logistic-map']

/**
 * Compare the files that pages load, and those that their scripts import, with those of a server. Content types are not
 * compared, because the network sets them. The files must be immutable: their names contain a hash of their content.
 *
 * @returns differences
 */
export async function compareFiles(server: string, deployment: Deployment): Promise<string[]> {
  const problems: string[] = []
  const seen = new Set<string>()
  const waiting: string[] = []
  for (const page of pages) {
    const html = await (await fetch(server + page)).text()
    waiting.push(...Array.from(html.matchAll(/"(\/_next\/static\/[^"\\]+)/g), ([, path = '']) => path))
  }
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue
    seen.add(path)
    const expected = await fetch(server + path)
    const observed = await deployment.respond({ title: path, path, route: '' })
    const [ours, theirs] = await Promise.all([expected, observed].map(readBytes))
    if (expected.status !== 200 || observed.status !== 200 || !ours?.equals(theirs ?? Buffer.alloc(0)))
      problems.push(
        `${path}: the server responds with ${expected.status}, the deployment with ${observed.status}.`,
      )
    if (!observed.headers.get('cache-control')?.includes('immutable'))
      problems.push(`${path}: is not immutable.`)
    if (path.endsWith('.js')) waiting.push(...listImports(String(ours), path))
  }
  console.log(`  ${problems.length === 0 ? '✓' : '✗'} ${seen.size} files that pages name and scripts import`)
  return problems
}

async function readBytes(response: Response): Promise<Buffer> {
  return Buffer.from(await response.arrayBuffer())
}

/** The modules that a script imports by a path relative to its own. */
function listImports(script: string, path: string): string[] {
  return Array.from(
    script.matchAll(/["'](\.\/[\w-]+\.js)["']/g),
    ([, name = '']) => new URL(name, new URL(path, 'http://localhost')).pathname,
  )
}
