// npm run announce: announce changes to search engines and the WebSub hub on hosts where no publisher runs.

import { setTimeout as wait } from 'node:timers/promises'
import nextEnv from '@next/env'
import { translate } from '../../site/messages/translate.mjs'
import { readPublishedIndex } from '../site/choose-site'
import { announcementsFile, queueChanges } from './announcer'
import { openQueue } from './queue'
import { findReceivers } from './receivers'

/** Exit after so many failures in a row, which take more than a minute; the queue is kept. */
const maxFailures = 5

nextEnv.loadEnvConfig(process.cwd(), false, { info: () => {}, error: console.error })
const published = readPublishedIndex() ?? fail(translate`The content is not compiled yet: npm run content.`)
const receivers = findReceivers(published.site)
if (receivers.length === 0)
  fail(
    translate`No receivers are configured: set INDEXNOW_KEY, BAIDU_PUSH_TOKEN, or websubHub in site.config.ts.`,
  )

const queue = openQueue(announcementsFile, receivers)
const isFirst = queue.announced() === undefined
queueChanges(queue, receivers, published)
if (isFirst)
  console.log(
    translate`The existing content counts as announced; the state is stored in ${announcementsFile}.`,
  )
for (;;) {
  await queue.send()
  const due = queue.due()
  if (due === undefined) break
  const failed = Object.values(queue.status()).filter(({ waiting }) => waiting > 0)
  if (failed.every(({ failures }) => failures >= maxFailures))
    fail(translate`The remaining announcements are kept in ${announcementsFile} for the next run.`)
  await wait(Math.max(0, due - Date.now()))
}

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}
