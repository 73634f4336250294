// npm run dev: compile on every save and reload the open page. Errors are shown in the page.
// JavaScript, because it runs before packages are installed.
import { translate } from '../site/messages/translate.mjs'
import { requireUnpacked } from './build-stamp.mjs'
import { serve } from './processes.mjs'
import { startPublisher } from './publisher.mjs'
import { bin, install, site } from './run.mjs'
import { copySiteCode, watchSiteCode } from './site-code.mjs'
import { outputFolders, requireWritable } from './write-access.mjs'

requireUnpacked()
requireWritable(outputFolders())
await install()
const port = process.env.PORT ?? '3000'
const { env, published } = await startPublisher('dev', port)
// Imported after the installation, because it needs packages.
const { serveBrowser } = await import('../runtime/scripts/bundle-browser.mjs')
const LEMMA_BROWSER = await serveBrowser()
await published
copySiteCode(site)
watchSiteCode(site)
const args = [bin('next', 'dist/bin/next'), 'dev', '--port', port]
await serve(translate`The development server`, args, { ...env, LEMMA_BROWSER })
