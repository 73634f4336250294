// npm run build: compile and build without serving, for hosts that have their own server.
// JavaScript, because it runs before packages are installed.
import { translate } from '../site/messages/translate.mjs'
import { requireUnpacked } from './build-stamp.mjs'
import { fail } from './messages.mjs'
import { build, install } from './run.mjs'
import { outputFolders, requireWritable } from './write-access.mjs'

requireUnpacked()
requireWritable(outputFolders())
await install()
if (!(await build())) fail(translate`The site was not built; the reason is above.`)
