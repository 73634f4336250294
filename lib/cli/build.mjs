// npm run build: compile and build without serving, for hosts that have their own server.
// JavaScript, because it runs before packages are installed.
import { fail } from './messages.mjs'
import { build, install } from './run.mjs'
import { outputFolders, requireWritable } from './write-access.mjs'

requireWritable(outputFolders())
await install()
if (!(await build())) fail('The site was not built; the reason is above.')
