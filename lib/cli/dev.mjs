// npm run dev: compile on every save and show it in the open browser. Errors stand in their place.

import { startPublisher } from './publisher.mjs'
import { bin, install, run } from './run.mjs'

await install()
const port = process.env.PORT ?? '3000'
const { env, published } = await startPublisher('dev', port)
await published
process.exit(await run(process.execPath, [bin('next', 'dist/bin/next'), 'dev', '--port', port], env))
