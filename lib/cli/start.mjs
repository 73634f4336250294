// npm start: install, compile, build, serve. What is done already is not done again; what changes is published.
import { rmSync } from 'node:fs'

import { startPublisher } from './publisher.mjs'
import { fail, heapFlags, install, prepare, run, say } from './run.mjs'

await install()
if (!(await prepare())) fail('The site was not built; what is to be mended stands above.')
const port = process.env.PORT ?? '3000'
// Pages rendered by an earlier run: whether their tags expired since, nobody remembers.
rmSync('.next/server/route-cache', { recursive: true, force: true })
const { env } = await startPublisher('serve', port)
say(`Serving on http://localhost:${port} (stop with Ctrl-C).`)
process.exit(
  await run(process.execPath, [...heapFlags(8, 10), 'lib/server/main.mjs'], {
    ...env,
    PORT: port,
    NODE_ENV: 'production',
    // glibc keeps what was freed apart for each of many threads (mallopt(3)): of those that compress and draw, 20 MB.
    MALLOC_ARENA_MAX: '2',
  }),
)
