// npm run preview <slug> [--hours 24]: a link to a post before it appears.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import nextEnv from '@next/env'
import { type Published, publishedRoot } from '../../published/types'
import { listed, messageLanguage, translate } from '../../site/messages/translate.mjs'
import { previewUrl } from '../../site/routes.mjs'
import { settings } from '../../site/settings'
import { createToken } from './token'

const { values, positionals } = parseArgs({
  options: { hours: { type: 'string', default: '24' } },
  allowPositionals: true,
})
nextEnv.loadEnvConfig(process.cwd(), false, { info: () => {}, error: console.error })

const [slug, ...others] = positionals
const hours = values.hours === '' ? Number.NaN : Number(values.hours)
const index = join(publishedRoot, 'content.json')
const published: Pick<Published, 'posts' | 'site'> | undefined = existsSync(index)
  ? JSON.parse(readFileSync(index, 'utf8'))
  : undefined
const scheduled = (published?.posts ?? [])
  .filter(({ date }) => new Date(date) > new Date())
  .map(({ slug }) => slug)
const known = translate`Scheduled posts: ${listed(scheduled) || translate`(none)`}.`

if (!slug) fail(translate`The slug of a post is missing. Use: npm run preview <slug>. ${known}`)
if (others.length > 0)
  fail(translate`Found ${others.join(' ')} after the slug; expected only --hours and a number.`)
if (!published || !scheduled.includes(slug))
  fail(
    translate`"${slug}" is not a scheduled post. ${known} To schedule a draft, set a future date and remove \`draft: true\`.`,
  )
if (!(hours > 0 && hours <= 24 * 365))
  fail(translate`Found --hours ${values.hours || translate`without a number`}; expected a number up to 8760.`)
const secret = settings.revalidateSecret()
if (!secret)
  fail(translate`${settings.revalidateSecretProblem()}: put it into .env.local here and on the server.`)

const expires = Date.now() + hours * 3_600_000
const path = `${previewUrl(slug)}?token=${createToken(slug, expires, secret)}`
console.log(`${published.site.url}${path}`)
console.log(
  translate`Valid until ${new Date(expires).toLocaleString(messageLanguage())}; on this machine: http://localhost:3000${path}`,
)

function fail(text: string): never {
  console.error(text)
  process.exit(1)
}
