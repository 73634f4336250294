// npm run content: compile content/ alone, and report what is to be mended.
import { compileContent, fail, install } from './run.mjs'

await install()
if (!(await compileContent())) fail('The content was not published; what is to be mended stands above.')
