// npm run build: compile and build, for hosts that serve by themselves.
import { build, fail, install } from './run.mjs'

await install()
if (!(await build())) fail('The site was not built; what is to be mended stands above.')
