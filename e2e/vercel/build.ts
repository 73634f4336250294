import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { siteParts } from '../../lib/site/folders.mjs'
import { copySite } from '../support/workspace'

/** The version of Vercel's command whose output this folder supports. */
const version = '59.25.4'

/** The kind of deployment, as Vercel sets VERCEL_ENV. */
export type Target = 'production' | 'preview'

/** Clone the last commit of a checkout into a folder, with the sample of the tests as its site. */
export function clone(checkout: string, folder: string): void {
  run('git', ['clone', '--quiet', checkout, folder])
  for (const part of siteParts) rmSync(join(folder, part), { recursive: true, force: true })
  copySite('sample', folder)
}

/**
 * Build a clone as Vercel does, with Vercel's own command. With a project file it requires no login; the ids in it are not
 * used.
 *
 * @returns the output of the build
 */
export function buildForVercel(site: string, target: Target): string {
  mkdirSync(join(site, '.vercel'), { recursive: true })
  const project = { projectId: 'prj_none', orgId: 'team_none', settings: { framework: 'nextjs' } }
  writeFileSync(join(site, '.vercel/project.json'), JSON.stringify(project))
  const args = ['build', '--yes', ...(target === 'production' ? ['--prod'] : [])]
  return run(findCommand(), args, { cwd: site, env: { VERCEL_ENV: target } })
}

/** Vercel's command, installed in a separate folder, so that the project does not depend on its hundreds of packages. */
function findCommand(): string {
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache')
  const folder = join(cache, 'lemma', `vercel-${version}`)
  const command = join(folder, 'node_modules/.bin/vercel')
  if (existsSync(command)) return command
  mkdirSync(folder, { recursive: true })
  run('npm', ['install', '--no-audit', '--no-fund', '--prefix', folder, `vercel@${version}`])
  return command
}

/** Run a program and wait until it exits. @returns its output */
export function run(
  command: string,
  args: readonly string[],
  { cwd = '.', env = {} }: { cwd?: string; env?: Record<string, string> } = {},
): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    env: {
      ...process.env,
      // The check reads the number of compiled files.
      LEMMA_LANG: 'en',
      NO_COLOR: '1',
      NEXT_TELEMETRY_DISABLED: '1',
      VERCEL_TELEMETRY_DISABLED: '1',
      ...env,
    },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const output = stdout + stderr
  if (error) throw error
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} exited with code ${status}:\n${output}`)
  return output
}
