// npm run cite <DOI or arXiv number> …: add works to content/references.bib.
// JavaScript, because it runs before packages are installed.
import { translate } from '../site/messages/translate.mjs'
import { fail, say } from './messages.mjs'
import { loadProgram } from './programs.mjs'
import { install, site } from './run.mjs'
import { bundleFolders, requireWritable } from './write-access.mjs'

const works = process.argv.slice(2)
if (works.length === 0)
  fail(
    translate`A DOI or an arXiv number is missing. Use: npm run cite 10.1007/BF01456952, or npm run cite 2006.11239`,
  )

requireWritable(bundleFolders())
await install()
/** @type {typeof import('../authoring/cite/cite')} */
const { addWork, CiteError } = await loadProgram('cite')
process.chdir(site)
for (const work of works) {
  try {
    const { key, file, printed, lostFormulas } = await addWork(work)
    say(translate`Added ${key} to ${file}: ${printed}\nCite it as [@${key}].`)
    if (lostFormulas)
      say(translate`Its title has formulas, which were added as text: write them in ${file} as $…$.`)
  } catch (error) {
    if (error instanceof CiteError) fail(error.message)
    throw error
  }
}
