// Reduces a built engine to what serves sites, for the image of a container (`Dockerfile`): deletes the files of packages that
// nothing uses at run time, and what a build leaves. Afterwards the engine cannot build (`build-stamp.mjs`).
import { lstatSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { nodeFileTrace } from '@vercel/nft'
import { translate } from '../site/messages/translate.mjs'
import { toPosix } from '../store/windows.mjs'
import { isPacked, readBuildStamp, writeBuildStamp } from './build-stamp.mjs'
import { fail, say } from './messages.mjs'
import { programsFolder } from './programs.mjs'
import './run.mjs'

/** Packages that a trace of imports misses: they are required by a computed name, or started as programs. */
const wholePackages = [
  'node_modules/@citation-js/',
  'node_modules/@esbuild/',
  'node_modules/esbuild/',
  'node_modules/katex/',
  'node_modules/node-sqlite3-wasm/',
  // Next resolves its bundler's modules whenever it reads its configuration.
  'node_modules/next/dist/compiled/@babel/runtime/package.json/',
  'node_modules/next/dist/compiled/webpack/',
]

const built = readBuildStamp()
if (!built) fail(translate`The engine is not built; build it first: npm run build`)
if (isPacked()) fail(translate`The engine is packed already.`)
const needed = new Set([...filesOfNext(), ...(await filesOfPrograms())])
const removed = removeOthers('node_modules', needed)
removeLeftovers()
writeBuildStamp({ ...built, packed: true })
say(translate`Packed: ${removed} files of packages were deleted.`)

/** Files that Next's server and our routes use: Next traces them while it builds. */
function filesOfNext() {
  const lists = readdirSync('.next', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.nft.json'),
  )
  return lists.flatMap((name) => {
    const list = join('.next', name)
    const { files } = /** @type {{ files: string[] }} */ (JSON.parse(readFileSync(list, 'utf8')))
    return files.map((file) => toPosix(relative('.', resolve(dirname(list), file))))
  })
}

/** Files that our programs import, at any depth. Only imports are followed: paths in our programs match every package. */
async function filesOfPrograms() {
  const { fileList } = await nodeFileTrace([...listPrograms(), 'next.config.mjs'], {
    base: '.',
    // Next lists the ones that it uses; the others are for development.
    ignore: ['node_modules/next/dist/compiled/next-server/**'],
    analysis: { computeFileReferences: false, emitGlobs: false },
  })
  return [...fileList].map((file) => toPosix(file))
}

function listPrograms() {
  return readdirSync(programsFolder).map((name) => join(programsFolder, name))
}

/**
 * Delete the files below a folder that are not needed, and folders that become empty.
 * @param {string} folder
 * @param {ReadonlySet<string>} needed
 * @returns {number} how many files
 */
function removeOthers(folder, needed) {
  let removed = 0
  for (const name of readdirSync(folder)) {
    const path = `${folder}/${name}`
    const isSourceMap = name.endsWith('.map')
    if ((needed.has(path) && !isSourceMap) || wholePackages.some((prefix) => `${path}/`.startsWith(prefix)))
      continue
    if (lstatSync(path).isDirectory()) removed += removeOthers(path, needed)
    // The one link is to a package in `lib/`.
    else if (!lstatSync(path).isSymbolicLink() || folder.endsWith('.bin')) {
      rmSync(path)
      removed++
    }
  }
  if (readdirSync(folder).length === 0) rmdirSync(folder)
  return removed
}

/** Delete what builds keep for the next one, and the server's source maps, which Node reads only with `--enable-source-maps`. */
function removeLeftovers() {
  for (const name of readdirSync('.next/cache'))
    if (join('.next/cache', name) !== join(programsFolder))
      rmSync(join('.next/cache', name), { recursive: true })
  for (const path of [
    '.contentlayer',
    '.next/build',
    '.next/diagnostics',
    '.next/types',
    '.next/trace',
    '.next/trace-build',
  ])
    rmSync(path, { recursive: true, force: true })
  for (const name of readdirSync('.next/server', { recursive: true, encoding: 'utf8' }))
    if (name.endsWith('.map')) rmSync(join('.next/server', name))
}
