import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { contentRoot } from '../markdown/asset'
import { compileDocument } from './compile-document'
import { readFields } from './front-matter'

/**
 * Compile the body of a post into the store, where it is not there yet.
 *
 * @param id its path below `content/`; what cannot be read, or is gone, is left for whoever publishes to tell of
 */
export async function compileFile(id: string): Promise<void> {
  try {
    const file = join(contentRoot, id)
    const text = readFileSync(file, 'utf8')
    await compileDocument({ ...readFields(file, text), type: 'Post', _id: id }, text)
  } catch {}
}
