import { type FolderReader, openFolder } from './folders/folder'
import { readHexo } from './folders/hexo'
import { readHugo } from './folders/hugo'
import { readJekyll } from './folders/jekyll'
import { readMarkdownFolder, readObsidian } from './folders/notes'
import type { Source } from './source'
import { readTypecho } from './typecho/read-typecho'
import { readWordpress } from './wordpress/read-wordpress'

/** Reads a system from its location: a folder, a file or the URL of a database. */
type Reader = (location: string, timeZone: string) => Source | Promise<Source>

const ofFolder =
  (read: FolderReader): Reader =>
  (location, timeZone) =>
    read(openFolder(location, timeZone))

/** The systems that can be imported. */
export const readers: Record<Source['system'], Reader> = {
  typecho: readTypecho,
  wordpress: readWordpress,
  hexo: ofFolder(readHexo),
  hugo: ofFolder(readHugo),
  jekyll: ofFolder(readJekyll),
  obsidian: ofFolder(readObsidian),
  markdown: ofFolder(readMarkdownFolder),
}

/** Systems whose source is a folder. */
export const folderSystems: readonly string[] = ['hexo', 'hugo', 'jekyll', 'obsidian', 'markdown']
