// npm run content: compile content/ without building, and report its problems.
// JavaScript, because it runs before packages are installed.
import { translate } from '../site/messages/translate.mjs'
import { fail } from './messages.mjs'
import { compileContent, install } from './run.mjs'
import { outputFolders, requireWritable } from './write-access.mjs'

requireWritable(outputFolders())
await install()
if (!(await compileContent())) fail(translate`The content was not published; the problems are above.`)
