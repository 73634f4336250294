import type { SourceAttachment } from '../source'
import type { Folder } from './folder'
import { toPath } from './permalinks'

/**
 * The files of a folder that are served as they are.
 *
 * @param publicPath the path of a file on the old site; undefined if it was not served
 */
export function listAttachments(
  { files }: Folder,
  publicPath: (file: string) => string | undefined,
  documents: ReadonlySet<string>,
): SourceAttachment[] {
  return files.flatMap((file) => {
    const path = documents.has(file) ? undefined : publicPath(file)
    return path === undefined ? [] : [{ urls: [encodeURI(toPath(path))], file }]
  })
}
