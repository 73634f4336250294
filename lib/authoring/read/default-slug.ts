import { basename, dirname } from 'node:path/posix'

/** Slug of a document without `slug` in its front matter: the name of its file, or of the folder of `index.mdx`. */
export function defaultSlug(path: string): string {
  const name = basename(path).replace(/\.[^.]+$/, '')
  return name === 'index' ? basename(dirname(path)) : name
}
