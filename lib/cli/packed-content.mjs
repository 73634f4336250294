// Compiles and publishes the whole content of a site, for an engine without contentlayer (`pack.mjs`). Bundled (`programs.mjs`).
import { publishContents, readSiteContents } from '../authoring/publish/compile-site'
import { siteFolder } from '../site/folders.mjs'
import { reportWriteErrors } from './write-access.mjs'

reportWriteErrors()
process.chdir(siteFolder())
publishContents(await readSiteContents())
