import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path/posix'
import { imageSize } from 'image-size'
import { contentType } from 'mime-types'
import { hashImage } from '../../markdown/images/hash-image'
import { siteFileBytes, siteFileCount } from '../../markdown/problems/limits'
import type { Problem } from '../../markdown/problems/problem'
import { replaceableFiles, siteImages, styleFile } from '../../published/site-files'
import type { Published, SiteFile } from '../../published/types'
import { translate } from '../../site/messages/translate.mjs'
import { matchRoute, reservedSlugs } from '../../site/routes.mjs'
import { toPosix } from '../../store/windows.mjs'
import { locateSetting } from './locate-setting'
import { configFile } from './read-site'

/** The folder of files that are served at `/`. */
export const sitePublicRoot = 'site/public'
/** The site's own style sheet. */
export const siteStyleSource = `site/${styleFile}`

/** The files of the site that can be served, and problems of the others. */
export interface SiteFilesReading {
  files: SiteFile[]
  problems: Problem[]
}

/** Read the files of `site/public`, and `site/style.css`, in the current folder. Files with problems are left out. */
export function readSiteFiles(): SiteFilesReading {
  const sources = listSources()
  const files: SiteFile[] = []
  const problems: Problem[] = []
  if (sources.length > siteFileCount)
    problems.push(
      problemOf(sitePublicRoot, {
        message: translate`Found ${sources.length} files; expected at most ${siteFileCount}.`,
        hint: translate`The rest is not served. Put files that pages do not need on another host.`,
      }),
    )
  for (const source of sources.slice(0, siteFileCount)) {
    const path = pathOf(source)
    const fault = findConflict(path) ?? findFault(source)
    const file = fault ? undefined : readFile(source, path)
    if (file && 'hash' in file) files.push(file)
    else if (fault ?? file) problems.push(problemOf(source, (fault ?? file) as Fault))
  }
  return { files, problems }
}

/** Problems of the site's files: those of reading them, conflicts with the content, and fonts that do not exist. */
export function checkSiteFiles(
  { site, posts, pages }: Pick<Published, 'site' | 'posts' | 'pages'>,
  { files, problems }: SiteFilesReading,
): Problem[] {
  const addresses = new Map<string, string>()
  for (const { url, file } of pages) addresses.set(decodeURI(url), file)
  for (const { url, aliases, file } of posts)
    for (const address of [url, ...aliases]) addresses.set(decodeURI(address), file)
  const conflicts = files.flatMap(({ path, source }) => {
    const other = addresses.get(`/${path}`)
    return other ? [problemOf(source, takenBy(path, other))] : []
  })
  const paths = new Set(files.map(({ path }) => `/${path}`))
  const missing = (site.theme?.fontFiles ?? []).flatMap(({ file }, index) =>
    paths.has(file.normalize('NFC')) ? [] : [missingFont(file, index)],
  )
  return [...problems, ...conflicts, ...missing]
}

/** The problem of a file. */
interface Fault {
  message: string
  hint: string
}

function problemOf(file: string, fault: Fault): Problem {
  return { file, line: 0, column: 0, rule: 'site-file', ...fault }
}

/** All files, in alphabetical order. Hidden ones are left out, except those of `.well-known`. */
function listSources(): string[] {
  const names = existsSync(sitePublicRoot)
    ? readdirSync(sitePublicRoot, { recursive: true, withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? [] : toPosix(join(entry.parentPath, entry.name)),
      )
    : []
  const isHidden = (source: string) => /\/\.(?!well-known\/)/.test(source)
  const style = existsSync(siteStyleSource) ? [siteStyleSource] : []
  return [...names.filter((source) => !isHidden(source)).sort(), ...style]
}

function pathOf(source: string): string {
  return source === siteStyleSource ? styleFile : source.slice(sitePublicRoot.length + 1).normalize('NFC')
}

/** A file must not hide one of our pages. */
function findConflict(path: string): Fault | undefined {
  if (replaceableFiles.includes(path)) return undefined
  const [first = ''] = path.split('/')
  const { route } = matchRoute(`/${path}`) ?? {}
  // Pages of `content/pages`, and the key of IndexNow, are only some of the paths of their routes.
  const isTaken = route !== undefined && !/^\/:/.test(route.pattern)
  const isReserved = first !== '.well-known' && [...reservedSlugs, '_next', 'browser'].includes(first)
  return isTaken || isReserved ? takenBy(path, 'Lemma') : undefined
}

function takenBy(path: string, owner: string): Fault {
  return {
    message: translate`The path /${path} is used by ${owner}.`,
    hint: translate`Rename the file, or move it into a folder.`,
  }
}

function findFault(source: string): Fault | undefined {
  if (source === `${sitePublicRoot}/${styleFile}` && existsSync(siteStyleSource))
    return takenBy(styleFile, siteStyleSource)
  const stats = lstatSync(source, { throwIfNoEntry: false })
  if (stats && !stats.isFile())
    return {
      message: translate`Found ${stats.isSymbolicLink() ? translate`a symbolic link` : translate`a special file`}; expected a file.`,
      hint: translate`Copy the file to this place.`,
    }
  if (stats && stats.size > siteFileBytes)
    return {
      message: translate`Found a file of ${stats.size} bytes; expected at most ${siteFileBytes}.`,
      hint: translate`Make it smaller, or put it on another host.`,
    }
  return undefined
}

/** Read a file; undefined if it was deleted meanwhile. */
function readFile(source: string, path: string): SiteFile | Fault | undefined {
  let data: Buffer
  try {
    data = readFileSync(source)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return undefined
    return {
      message: translate`This file cannot be read (${code}).`,
      hint: translate`Check its permissions.`,
    }
  }
  const type = contentType(extname(path)) || 'application/octet-stream'
  const file = { path, source, hash: hashImage(data), type }
  if (!Object.values<readonly string[]>(siteImages).some((names) => names.includes(path))) return file
  try {
    const { width, height } = imageSize(data)
    return { ...file, width: Math.round(width), height: Math.round(height) }
  } catch {
    return {
      message: translate`The size of this image cannot be read.`,
      hint: translate`Convert the image, or give the SVG width, height and viewBox.`,
    }
  }
}

function missingFont(file: string, index: number): Problem {
  const source = existsSync(configFile) ? readFileSync(configFile, 'utf8') : ''
  return {
    file: configFile,
    ...locateSetting(source, ['theme', 'fontFiles', String(index), 'file']),
    rule: 'config',
    message: translate`Found no font at ${sitePublicRoot}${file}.`,
    hint: translate`Check the name, including upper and lower case. Paths start in site/public.`,
  }
}
