// npm run preview <slug> [-- --hours 24]: a link to a post before it appears.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import nextEnv from '@next/env'
import { site } from '../../site.config'
import { type Published, publishedRoot } from '../content/types'
import { settings } from '../settings'
import { createToken } from './token'

const { values, positionals } = parseArgs({
  options: { hours: { type: 'string', default: '24' } },
  allowPositionals: true,
})
nextEnv.loadEnvConfig(process.cwd(), false, { info: () => {}, error: console.error })

const [slug] = positionals
const hours = Number(values.hours)
const index = join(publishedRoot, 'content.json')
const { posts }: Pick<Published, 'posts'> = existsSync(index)
  ? JSON.parse(readFileSync(index, 'utf8'))
  : { posts: [] }
const scheduled = posts.filter(({ date }) => new Date(date) > new Date()).map(({ slug }) => slug)
const known = `Scheduled posts: ${scheduled.join(', ') || '(none)'}.`

if (!slug) fail(`The name of a post is missing. Use: npm run preview <slug>. ${known}`)
if (!scheduled.includes(slug))
  fail(`"${slug}" is no scheduled post. ${known} A draft gets a date ahead and loses \`draft: true\` first.`)
if (!(hours > 0 && hours <= 24 * 365)) fail(`Found --hours ${values.hours}; expected a number up to 8760.`)
const secret = settings.revalidateSecret()
if (!secret) fail('REVALIDATE_SECRET is not set: put it into .env.local here and on the server.')

const expires = Date.now() + hours * 3_600_000
const path = `/preview/${encodeURIComponent(slug)}?token=${createToken(slug, expires, secret)}`
console.log(`${site.url}${path}`)
console.log(
  `Valid until ${new Date(expires).toLocaleString()}; on this machine: http://localhost:3000${path}`,
)

function fail(text: string): never {
  console.error(text)
  process.exit(1)
}
