// npm start: install, compile, build, serve, and publish changes. A step that is up to date is skipped.
// JavaScript, because it runs before packages are installed.

import { translate } from '../site/messages/translate.mjs'
import { heapFlags } from './heap-flags.mjs'
import { fail } from './messages.mjs'
import { serve } from './processes.mjs'
import { serverProgram } from './programs.mjs'
import { startPublisher } from './publisher.mjs'
import { install, prepare } from './run.mjs'
import { outputFolders, requireWritable } from './write-access.mjs'

requireWritable(outputFolders())
await install()
if (!(await prepare())) fail(translate`The site was not built; the reason is above.`)
const port = process.env.PORT ?? '3000'
const { env } = await startPublisher('serve', port)
await serve(translate`The server`, [...heapFlags(8, 10), serverProgram], {
  ...env,
  PORT: port,
  NODE_ENV: 'production',
  // glibc keeps freed memory for each thread (mallopt(3)): 20 MB for the threads that compress and draw.
  MALLOC_ARENA_MAX: '2',
})
