import { readFileSync, type Stats, statSync } from 'node:fs'
import { join, normalize } from 'node:path/posix'
import { translate } from '../../site/messages/translate.mjs'
import { decodePath } from '../text/decode'

export const contentRoot = 'content'

/** Why a file cannot be used: a message for the author. */
export interface FileError {
  message: string
  hint: string
}

/** A file of the site that an article shows or links to. */
export interface ContentFile {
  /** Path below `content/`. */
  source: string
  data: Buffer
}

/** What is read, for messages: `an image`. */
interface Wanted {
  noun: 'image' | 'file'
  /** Bytes. */
  limit: number
}

/**
 * Read a file by its path in an article: relative to the article's folder, or to `content/` if it starts with `/`.
 *
 * @param folder folder of the article below `content/`: `posts/cycloid`
 * @param root a folder instead of `content/`, for fixtures
 */
export function readContentFile(
  path: string,
  { folder, root = contentRoot }: { folder: string; root?: string | undefined },
  wanted: Wanted,
): ContentFile | FileError {
  const name = path.toWellFormed()
  const source = normalize(name.startsWith('/') ? name.slice(1) : join(folder, decodePath(name)))
  const rule = name.startsWith('/')
    ? translate`A path that starts with / is below ${root}/; one without is relative to the folder of the article, ${join(root, folder)}.`
    : translate`The path is relative to the folder of the article, ${join(root, folder)}; one that starts with / is below ${root}/.`
  const file = join(root, source)
  const missing = {
    message:
      wanted.noun === 'image' ? translate`Found no image at ${file}.` : translate`Found no file at ${file}.`,
    hint: translate`${rule} Check the name, including upper and lower case.`,
  }
  if (source.startsWith('..')) return missing
  const data = readRegularFile(file, wanted)
  if (data === undefined) return missing
  return 'message' in data ? data : { source, data }
}

/**
 * Read a file. Folders, pipes and other special files are not opened.
 *
 * @returns undefined if there is no such file
 */
export function readRegularFile(path: string, { noun, limit }: Wanted): Buffer | FileError | undefined {
  const isImage = noun === 'image'
  try {
    const stats = statSync(path, { throwIfNoEntry: false })
    if (!stats) return undefined
    if (!stats.isFile())
      return {
        message: isImage
          ? translate`Found ${nameOf(stats)} at ${path}; expected an image.`
          : translate`Found ${nameOf(stats)} at ${path}; expected a file.`,
        hint: isImage ? translate`Give the path of the image file.` : translate`Give the path of the file.`,
      }
    if (stats.size > limit)
      return {
        message: isImage
          ? translate`Found an image of ${stats.size} bytes at ${path}; expected at most ${limit}.`
          : translate`Found a file of ${stats.size} bytes at ${path}; expected at most ${limit}.`,
        hint: translate`Make it smaller, or compress it.`,
      }
    return readFileSync(path)
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    // Deleted since then, an invalid name, or a path with a file as folder.
    if (/^(ENOENT|ENOTDIR|ENAMETOOLONG|ERR_INVALID_ARG_VALUE)$/.test(code)) return undefined
    if (!/^(EACCES|EPERM|ELOOP)$/.test(code)) throw error
    return {
      message: isImage
        ? translate`The image ${path} cannot be read (${code}).`
        : translate`The file ${path} cannot be read (${code}).`,
      hint: translate`Check the permissions of the file, and replace symbolic links that form a cycle.`,
    }
  }
}

function nameOf(stats: Stats): string {
  return stats.isDirectory() ? translate`a folder` : translate`no file`
}
