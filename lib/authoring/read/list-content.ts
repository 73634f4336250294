import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path/posix'
import { contentRoot } from '../../markdown/images/asset'
import { toPosix } from '../../store/windows.mjs'

/** Paths of everything below `content/`, in alphabetical order. A site without content has no such folder. */
export function listContent(): string[] {
  if (!existsSync(contentRoot)) return []
  return readdirSync(contentRoot, { recursive: true, encoding: 'utf8' })
    .map((name) => toPosix(join(contentRoot, name)))
    .sort()
}
