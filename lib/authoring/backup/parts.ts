import { type BigIntStats, existsSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { relative } from 'node:path'
import { join } from 'node:path/posix'
import { publishedRoot } from '../../published/types'
import { siteParts } from '../../site/folders.mjs'
import { bodyStore, storeRoot } from '../../store/store'
import { toPosix } from '../../store/windows.mjs'

/** Where a site is. */
export interface SiteFolders {
  site: string
  /** The engine's folder. It may contain the site, or be contained in the site's folder. */
  engine: string
}

/** A folder for archives in a site folder, which no backup contains. */
export const backupFolder = 'backups'

/** Prefix of the name of an archive. */
export const archivePrefix = 'lemma-backup-'

/** Prefix of the folder in which a restore keeps what it replaced. */
export const replacedPrefix = '.before-restore-'

/** Entries of a site folder that are rebuilt, that git keeps, or that are backups. Of some, `state` is kept. */
const omitted = /^(\.git|node_modules|\.next|\.lemma|\.contentlayer|\.site-code|\.vercel|\.DS_Store|backups)$/
const omittedNames = /\.tar\.gz$|^\.(lemma-backup|before-restore)-/

/**
 * State in the output folders that cannot be rebuilt from the author's files: last good versions of files with errors with
 * their bodies and images, slugs that were public (410), announcements and deliveries that were processed.
 */
const state = [
  publishedRoot,
  bodyStore,
  join(storeRoot, 'known-posts.json'),
  join(storeRoot, 'known-paths.json'),
  join(storeRoot, 'announcements.json'),
  '.next/cache/deliveries.json',
]

/** Files in them that are temporary, or that only describe the machine. */
const temporary = /^\.lemma\/(publishing\.lock|compiled\.json$)|^\.(lemma|next)\/.*\.tmp$/

/** Is a path that of a part, or below it? Both have `/`. */
export function isWithin(path: string, part: string): boolean {
  return path === part || path.startsWith(`${part}/`)
}

/** The parts of a site that a backup contains, those that exist: paths below the site folder. */
export function listParts({ site, engine }: SiteFolders): string[] {
  return [...ownParts(site, engine), ...state].filter((part) => existsSync(join(site, part)))
}

/**
 * The files of the author. Beside the engine, everything in the folder is the author's. In the engine's folder, these are the
 * folders of the site and the secrets.
 */
function ownParts(site: string, engine: string): string[] {
  const names = readdirSync(site)
  if (site === engine) return [...siteParts, ...names.filter((name) => /^\.env/.test(name))]
  const [nested] = toPosix(relative(site, engine)).split('/')
  return names.filter((name) => name !== nested && !omitted.test(name) && !omittedNames.test(name))
}

/** Is this a part that a site in the folder of the engine may have? Others there belong to the engine. */
export function isPartBesideEngine(part: string): boolean {
  return siteParts.includes(part) || state.includes(part) || /^\.env[^/]*$/.test(part)
}

/** Files by their path below the site folder, and symbolic links that lead nowhere. */
export interface Listing {
  files: ReadonlyMap<string, BigIntStats>
  broken: readonly string[]
}

/** List the files of parts. Symbolic links are followed: an archive contains the files to which they lead. */
export function listFilesOf(site: string, parts: readonly string[]): Listing {
  const files = new Map<string, BigIntStats>()
  const broken: string[] = []
  const visit = (path: string, above: readonly string[]) => {
    if (temporary.test(path)) return
    const stats = statSync(join(site, path), { bigint: true, throwIfNoEntry: false })
    // Otherwise it was deleted since its folder was read.
    if (!stats && isListed(site, path)) broken.push(path)
    if (stats?.isFile()) files.set(path, stats)
    if (!stats?.isDirectory()) return
    const real = realpathSync(join(site, path))
    // A link to a folder that contains it.
    if (above.includes(real)) return
    for (const name of readFolder(join(site, path))) visit(join(path, name), [...above, real])
  }
  for (const part of parts) visit(part, [])
  return { files, broken }
}

function isListed(site: string, path: string): boolean {
  const cut = path.lastIndexOf('/')
  return readFolder(join(site, path.slice(0, Math.max(cut, 0)))).includes(path.slice(cut + 1))
}

/** The names in a folder; none if it was deleted. */
function readFolder(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
