import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { join, relative } from 'node:path'
import { copy, readJson } from '../support/functions/assemble'

// The output of `vercel build`: https://vercel.com/docs/build-output-api

/** A function of the deployment, assembled in its own folder. */
export interface DeployedFunction {
  /** Its name as a path below `functions`. Other names can link to it. */
  name: string
  folder: string
  /** Its entry file in the folder. */
  entry: string
  /** Bytes of all its files: Vercel allows 250 MB. */
  size: number
}

/** The configuration of a function. */
interface FunctionConfig {
  /** Path in the function → path in the checkout. */
  filePathMap: Record<string, string>
  handler: string
}

/** The paths of all functions below `functions`, `index` or `posts/[slug]`. */
export function listFunctions(output: string): string[] {
  const root = join(output, 'functions')
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.func'))
    .map((name) => name.slice(0, -'.func'.length))
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
}

/**
 * Assemble all functions in empty folders, each from its own list of files. Several names can share a function: the pages
 * of a route link to the same one, and a page and its data have equal ones.
 *
 * @param checkout folder in which the build ran
 * @returns functions by all their names
 */
export function assembleFunctions(
  output: string,
  checkout: string,
  folder: string,
): Map<string, DeployedFunction> {
  const byContent = new Map<string, DeployedFunction>()
  const byName = new Map<string, DeployedFunction>()
  for (const name of listFunctions(output)) {
    const source = realpathSync(join(output, 'functions', `${name}.func`))
    const content = createHash('sha256')
    for (const file of readdirSync(source).sort()) content.update(readFileSync(join(source, file)))
    const key = content.digest('hex')
    const resolvedName = relative(realpathSync(join(output, 'functions')), source).slice(0, -'.func'.length)
    const deployed =
      byContent.get(key) ?? assemble(resolvedName, source, checkout, join(folder, String(byContent.size)))
    byContent.set(key, deployed)
    byName.set(name, deployed)
  }
  return byName
}

function assemble(name: string, source: string, checkout: string, folder: string): DeployedFunction {
  const { filePathMap, handler } = readJson<FunctionConfig>(join(source, '.vc-config.json'))
  const files = [
    ...Object.entries(filePathMap).map(([path, origin]) => [path, join(checkout, origin)] as const),
    ...readdirSync(source).map((file) => [file, join(source, file)] as const),
  ]
  let size = 0
  for (const [path, origin] of files) {
    if (existsSync(join(folder, path))) continue
    copy(origin, join(folder, path))
    size += lstatSync(origin).size
  }
  return { name, folder, entry: `./${handler}`, size }
}

/** The sizes of a function's files, grouped by their first folders, the largest first. */
export function weigh({ folder }: DeployedFunction): [name: string, size: number][] {
  const sizes = new Map<string, number>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    const group = relative(folder, file).split('/').slice(0, 2).join('/')
    sizes.set(group, (sizes.get(group) ?? 0) + lstatSync(file).size)
  }
  return [...sizes].sort(([, a], [, b]) => b - a)
}
