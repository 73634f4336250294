import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path/posix'
import { translate } from '../../../site/messages/translate.mjs'
import type { Source } from '../source'
import { SourceError } from '../source-error'
import { readConfig } from './front-matter'

/** A folder with the source of a site. */
export interface Folder {
  /** Absolute path. */
  root: string
  /** All files, relative to it, with `/`, in alphabetical order. */
  files: readonly string[]
  /** Time zone of dates without an offset, if the source names none. */
  timeZone: string
}

/** Reads a folder of a system. */
export type FolderReader = (folder: Folder) => Source

/** Folders without sources: of tools, and of generated pages. */
const ignored: ReadonlySet<string> = new Set(['node_modules', '_site', 'vendor', '__MACOSX', 'resources'])

/** List the files of a folder. Hidden files and folders are left out. */
export function openFolder(root: string, timeZone: string): Folder {
  const files: string[] = []
  const visit = (path: string) => {
    for (const entry of readdirSync(join(root, path), { withFileTypes: true })) {
      if (entry.name.startsWith('.') || ignored.has(entry.name)) continue
      if (entry.isDirectory()) visit(join(path, entry.name))
      else if (entry.isFile()) files.push(join(path, entry.name))
    }
  }
  visit('')
  return { root, files: files.sort(), timeZone }
}

/** Read a text file in UTF-8, or in GBK if it is not UTF-8. */
export function readTextFile({ root }: Folder, file: string): string {
  const bytes = readFileSync(join(root, file))
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** When a file was changed, in milliseconds. */
export function changedAt({ root }: Folder, file: string): number {
  return statSync(join(root, file)).mtimeMs
}

/** The first of these configurations that exists; empty if there is none. @throws if it cannot be read */
export function readFirstConfig(folder: Folder, names: readonly string[]): Record<string, unknown> {
  const name = names.find((candidate) => existsSync(join(folder.root, candidate)))
  if (name === undefined) return {}
  try {
    return readConfig(readTextFile(folder, name), name)
  } catch (error) {
    throw new SourceError(
      translate`${name} cannot be read: ${(error as Error).message.split('\n', 1)[0]}. Correct it, or remove it to import with the defaults of the system.`,
    )
  }
}

/** Is this a text in Markdown? */
export function isMarkdown(file: string): boolean {
  return /\.(?:md|markdown|mdown|mkd|mdx)$/i.test(file)
}
