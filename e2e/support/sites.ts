import { join } from 'node:path/posix'

/** The sites of the tests (`e2e/sites/README.md`). */
export type TestSite = 'sample' | 'empty' | 'english' | 'bilingual' | 'all-options'

/** The folder of a site, as a path in the project. */
export function folderOf(site: TestSite): string {
  return join('e2e/sites', site)
}
