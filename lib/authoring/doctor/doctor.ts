import nextEnv from '@next/env'
import { settings } from '../../site/settings'
import { readSite } from '../site/read-site'
import { checkGit, checkMachine, checkPort } from './check-machine'
import { checkRedis, checkSecrets, checkSite, checkUrl } from './check-site'
import type { Finding } from './finding'

/** Check what the site needs on this machine. The current folder is the site's. */
export async function diagnose(): Promise<Finding[]> {
  nextEnv.loadEnvConfig(process.cwd(), false, { info: () => {}, error: console.error })
  const reading = await readSite()
  const [port, redis, address] = await Promise.all([
    checkPort(Number(process.env.PORT ?? 3000)),
    checkRedis(),
    reading.site ? checkUrl(reading.site) : [],
  ])
  return [
    ...checkMachine(process.cwd()),
    port,
    checkGit(process.cwd(), settings.pullsFirst()),
    ...checkSite(reading),
    ...checkSecrets(),
    ...address,
    ...redis,
  ]
}
