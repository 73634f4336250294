// The publisher: publishes changes of content/ beside a running server (`npm start`, `npm run dev`).

import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import nextEnv from '@next/env'
import { installLog } from '../../site/log/install-log'
import { translate } from '../../site/messages/translate.mjs'
import { plural } from '../../site/plural.mjs'
import { settings } from '../../site/settings'
import { createAnnouncer } from '../announce/announcer'
import { findReceivers } from '../announce/receivers'
import { openCompilerPool } from '../compile/pool'
import { readSiteOrPublished } from '../site/choose-site'
import { Publisher } from './publisher'
import { createPublisherServer } from './service/http'
import { createNotifier } from './service/notifier'
import { pruneRegularly } from './service/prune-regularly'
import { PublishingService } from './service/publishing-service'
import { pull } from './sources/pull'
import { watchContent } from './sources/watch'

const { values } = parseArgs({
  options: {
    /** `serve` or `dev` (`Mode`). */
    mode: { type: 'string', default: 'serve' },
    /** The port on 127.0.0.1 to which the server sends requests. */
    port: { type: 'string', default: '0' },
    /** Address of the server to notify, such as http://127.0.0.1:3000; none in development. */
    server: { type: 'string' },
    /** Version of the content that was published when the server started; empty if it is unknown. */
    since: { type: 'string', default: '' },
  },
})
const mode = values.mode === 'dev' ? 'dev' : 'serve'
// In development the log is read on a terminal.
if (mode === 'serve') installLog()
const token = process.env.LEMMA_TOKEN ?? ''

nextEnv.loadEnvConfig(process.cwd(), mode === 'dev', { info: () => {}, error: console.error })
// Only content that readers can see is announced.
const { site } = await readSiteOrPublished()
const receivers = mode === 'serve' && site ? findReceivers(site) : []
const announcer = receivers.length > 0 ? createAnnouncer(receivers) : undefined

const pool = openCompilerPool({ size: availableParallelism() })
// Otherwise the first edit would wait for a worker to start.
pool.warmUp()
const publisher = new Publisher({ mode, since: values.since, pool })
const notifier = createNotifier(values.server, token)
const metrics = settings.metricsToken()
  ? (await import('./service/publisher-metrics')).createPublisherMetrics()
  : undefined
const service = new PublishingService({
  mode,
  publisher,
  notify: notifier.notify,
  announcer,
  onPublication: metrics?.count,
})
const printMetrics = metrics && (() => metrics.print(service.health()))
createPublisherServer({ service, notifier, pull, metrics: printMetrics, token }).listen(
  Number(values.port),
  '127.0.0.1',
)

const first = await service.publishChanges()
// `lib/cli/publisher.mjs` waits for this message.
process.send?.('published')
console.log(translate`Published ${plural(first?.published.posts.length ?? 0, 'post')}.`)
watchContent(() => void service.publishChanges())
// In development `.lemma/` contains nothing that readers need.
if (mode === 'serve') pruneRegularly(publisher, service)
// Rebuild files that were damaged while no publisher was running.
void service.rebuildDamaged()
