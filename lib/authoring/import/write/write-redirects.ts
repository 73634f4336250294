import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path/posix'
import { contentRoot } from '../../../markdown/images/asset'
import { type OldAddress, printAddresses } from './addresses'
import { hashOf } from './manifest'

/** The author's list of redirects, to which an import adds. */
export const redirectFile = join(contentRoot, 'redirects.txt')

/**
 * Write the redirects of an import between two comments in `content/redirects.txt`. Other lines stay. Lines between them that the
 * author changed stay too.
 *
 * @param before hash of the lines that the last import wrote
 * @returns their hash now; undefined if the author changed them
 */
export function writeRedirects(
  system: string,
  redirects: readonly OldAddress[],
  before: string | undefined,
  dryRun: boolean,
): string | undefined {
  const start = `# Imported from ${system}.\n`
  const end = `# End of the import from ${system}.\n`
  const file = existsSync(redirectFile) ? readFileSync(redirectFile, 'utf8') : ''
  const from = file.indexOf(start)
  const to = from < 0 ? -1 : file.indexOf(end, from)
  const lines = printAddresses(withoutWritten(redirects, from < 0 ? file : file.slice(0, from)))
  if (from >= 0 && to >= 0) {
    if (hashOf(file.slice(from + start.length, to)) !== before) return undefined
    if (!dryRun) writeFileSync(redirectFile, file.slice(0, from + start.length) + lines + file.slice(to))
  } else if (lines !== '' && !dryRun) {
    const gap = file === '' || file.endsWith('\n') ? '' : '\n'
    writeFileSync(redirectFile, `${file}${gap}${start}${lines}${end}`)
  }
  return hashOf(lines)
}

/** Leave out what the author redirects already. */
function withoutWritten(redirects: readonly OldAddress[], text: string): OldAddress[] {
  const written = new Set(text.split('\n').map((line) => line.trim().split(/\s+/, 1)[0]))
  return redirects.filter(({ from }) => !written.has(from))
}
