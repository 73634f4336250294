import { basename, dirname } from 'node:path'

/** What a document is called where its front matter does not say: the name of its file, or of the folder of `index.mdx`. */
export function ownName(path: string): string {
  const name = basename(path).replace(/\.[^.]+$/, '')
  return name === 'index' ? basename(dirname(path)) : name
}
