// npm run announce: tell search engines and the hub what changed since the last time, where no publisher does.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import nextEnv from '@next/env'
import { type Published, publishedRoot } from '../content/types'
import { announcements, lookForChanges } from './announcer'
import { openQueue } from './queue'
import { findReceivers } from './receivers'

/** After so many failures in a row, more than a minute, the rest waits for the next time. */
const patience = 5

nextEnv.loadEnvConfig(process.cwd(), false, { info: () => {}, error: console.error })
const receivers = findReceivers()
const index = join(publishedRoot, 'content.json')
if (receivers.length === 0)
  fail('Nobody is to be told: set INDEXNOW_KEY, BAIDU_PUSH_TOKEN, or websubHub in site.config.ts.')
if (!existsSync(index)) fail('The content is not compiled yet: npm run content.')

const queue = openQueue(announcements, receivers)
const isFirst = queue.known() === undefined
const published: Published = JSON.parse(readFileSync(index, 'utf8'))
lookForChanges(queue, receivers, published)
if (isFirst) console.log(`What there is counts as known from now on; it is remembered in ${announcements}.`)
for (;;) {
  await queue.send()
  const due = queue.due()
  if (due === undefined) break
  const failed = Object.values(queue.status()).filter(({ waiting }) => waiting > 0)
  if (failed.every(({ failures }) => failures >= patience))
    fail(`The rest is kept in ${announcements} and told the next time.`)
  await wait(Math.max(0, due - Date.now()))
}

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}
