import { existsSync } from 'node:fs'
import type { Site } from '../../site/config'
import { translate } from '../../site/messages/translate.mjs'
import { plural } from '../../site/plural.mjs'
import { settings } from '../../site/settings'
import { typeOfFile } from '../front-matter/document-types'
import { listContent } from '../read/list-content'
import type { SiteReading } from '../site/read-site'
import { error, type Finding, ok, warning } from './finding'

/** The files and the settings of the site. The current folder is the site's. */
export function checkSite({ site, problems }: SiteReading): Finding[] {
  if (!existsSync('content'))
    return [
      error(
        translate`Content`,
        translate`There is no folder content/.`,
        translate`Create a site: npm run init`,
      ),
    ]
  const documents = listContent().filter((file) => typeOfFile(file)).length
  const content = ok(translate`Content`, translate`${plural(documents, 'document')} in content/`)
  if (site) return [content, checkAddress(site), ok(translate`Time zone`, describeTime(site))]
  const [first] = problems
  return [
    content,
    error(
      translate`Configuration`,
      `${first?.file}:${first?.line}:${first?.column} ${first?.message}`,
      first?.hint ?? translate`npm run lint:content lists all problems.`,
    ),
  ]
}

function describeTime({ timeZone, language }: Site): string {
  return translate`${timeZone}, where it is ${new Date().toLocaleString(language, { timeZone })}`
}

function checkAddress({ url }: Site): Finding {
  return /\/\/(?:[^/]*\.)?example(?:\.\w+)?(?:\/|$)|localhost|127\.0\.0\.1/.test(url)
    ? warning(
        translate`Address`,
        translate`The URL of the site is ${url}.`,
        translate`Set \`url\` in site.config.ts to its real address.`,
      )
    : ok(translate`Address`, url)
}

/** Secrets of the environment. */
export function checkSecrets(): Finding[] {
  const problem = settings.revalidateSecretProblem()
  const secret = problem
    ? warning(
        translate`Secret`,
        translate`${problem}: webhooks and preview links are disabled.`,
        translate`Write REVALIDATE_SECRET=… to .env.local: node -p "crypto.randomBytes(32).toString('hex')"`,
      )
    : ok(translate`Secret`, translate`REVALIDATE_SECRET is set`)
  return [secret]
}

/** Does the site's own URL lead to a running Lemma, and is the clock of this machine right? */
export async function checkUrl({ url }: Site): Promise<Finding[]> {
  try {
    const response = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(5_000) })
    const health = await response.json().catch(() => undefined)
    const reached = health?.status
      ? ok(translate`Reachable`, translate`${url} is served by Lemma; its health is "${health.status}"`)
      : warning(
          translate`Reachable`,
          translate`${url}/api/health responds with ${response.status}, not with Lemma's health.`,
          translate`Check the DNS record and the proxy in front of the server (docs/deploying.md).`,
        )
    const date = Date.parse(response.headers.get('date') ?? '')
    return [reached, ...checkClock(Date.now() - date)]
  } catch (failure) {
    const { message, cause } = failure as Error & { cause?: { code?: string } }
    return [
      warning(
        translate`Reachable`,
        translate`${url} cannot be reached from here (${cause?.code ?? message}).`,
        translate`Check the DNS record, the firewall and the certificate. Before the first publication this is expected.`,
      ),
    ]
  }
}

/** @param difference milliseconds between this machine's clock and that of the site */
function checkClock(difference: number): Finding[] {
  if (!Number.isFinite(difference) || Math.abs(difference) < 60_000) return []
  return [
    warning(
      translate`Clock`,
      translate`The clock of this machine differs by ${Math.round(difference / 1000)} s from that of the site.`,
      translate`Scheduled posts appear by the clock: turn on NTP (timedatectl set-ntp true).`,
    ),
  ]
}

/** Can the shared cache be reached? Only if REDIS_URL is set. */
export async function checkRedis(): Promise<Finding[]> {
  const url = settings.redisUrl()
  if (!url) return []
  const { createClient } = await import('@redis/client')
  const client = createClient({ url, socket: { connectTimeout: 3_000, reconnectStrategy: false } })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.ping()
    return [ok('Redis', translate`answers`)]
  } catch (failure) {
    const { message, code } = failure as NodeJS.ErrnoException
    const text = translate`Redis cannot be reached (${code ?? message}); each instance has a cache of its own.`
    return [error('Redis', text, translate`Start it, or correct REDIS_URL: redis://127.0.0.1:6379/0`)]
  } finally {
    client.destroy()
  }
}
