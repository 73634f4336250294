import { execFileSync } from 'node:child_process'
import { existsSync, statfsSync } from 'node:fs'
import { createServer } from 'node:net'
import { totalmem } from 'node:os'
import { join } from 'node:path/posix'
import { engineFolder } from '../../site/folders.mjs'
import { listed, translate } from '../../site/messages/translate.mjs'
import { error, type Finding, ok, warning } from './finding'

const gigabyte = 1e9
/** Bytes that a build of 1,000 posts needs, measured (docs/performance.md), with some room. */
const buildMemory = 1.5 * gigabyte
const buildDisk = 1 * gigabyte

/** The machine: Node, memory, disk, fonts. */
export function checkMachine(site: string): Finding[] {
  return [checkNode(process.versions.node), checkMemory(totalmem()), checkDisk(site), checkFonts()]
}

export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 20 || (major === 20 && minor >= 9)
    ? ok('Node', version)
    : error(
        'Node',
        translate`Found ${version}; expected 20.9 or newer.`,
        translate`Install a newer Node: https://nodejs.org`,
      )
}

export function checkMemory(bytes: number): Finding {
  const text = `${(bytes / gigabyte).toFixed(1)} GB`
  return bytes >= buildMemory
    ? ok(translate`Memory`, text)
    : warning(
        translate`Memory`,
        translate`Found ${text}; building 1,000 posts takes 1.4 GB.`,
        translate`Add swap space, or build on another machine and copy the folder.`,
      )
}

function checkDisk(folder: string): Finding {
  const { bavail, bsize } = statfsSync(folder)
  const free = bavail * bsize
  const text = translate`${(free / gigabyte).toFixed(1)} GB free`
  return free >= buildDisk
    ? ok(translate`Disk`, text)
    : error(
        translate`Disk`,
        translate`Found ${text}; expected at least 1 GB.`,
        translate`Delete files, or enlarge the disk.`,
      )
}

function checkFonts(): Finding {
  const fonts = [
    'lib/outputs/card/fonts',
    'node_modules/katex/dist/fonts/KaTeX_Main-Regular.ttf',
    'node_modules/katex/dist/fonts/KaTeX_Main-Bold.ttf',
  ]
  const missing = fonts.filter((font) => !existsSync(join(engineFolder(), font)))
  return missing.length === 0
    ? ok(translate`Fonts`, translate`those of cards and formulas are installed`)
    : error(
        translate`Fonts`,
        translate`${listed(missing)} is missing.`,
        translate`Install the packages again: npm ci`,
      )
}

/** Is the port free, or does Lemma use it already? */
export async function checkPort(port: number): Promise<Finding> {
  const isFree = await new Promise<boolean>((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, () => server.close(() => resolve(true)))
  })
  if (isFree) return ok(translate`Port`, translate`${port} is free`)
  const health = await fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(2_000) })
    .then((response) => response.json())
    .catch(() => undefined)
  return health?.status
    ? ok(translate`Port`, translate`Lemma serves on ${port}; its health is "${health.status}"`)
    : error(
        translate`Port`,
        translate`Another program uses ${port}.`,
        translate`Stop it, or choose another port: PORT=3001 npm start`,
      )
}

/** Is the site in a git repository that can be published from? */
export function checkGit(site: string, pullsFirst: boolean): Finding {
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', site, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()
  try {
    git('--version')
  } catch {
    return warning(
      'Git',
      translate`git is not installed.`,
      translate`Install git: dates of edits and publishing by push need it.`,
    )
  }
  try {
    git('rev-parse', '--git-dir')
    if (git('rev-list', '--all', '--max-count=1') === '')
      return warning(
        'Git',
        translate`The repository of the site has no commits yet.`,
        translate`Save the site in it: git add -A, then git commit -m "Create my site"`,
      )
    const branch = git('rev-parse', '--abbrev-ref', 'HEAD')
    if (!pullsFirst) return ok('Git', translate`on the branch ${branch}`)
    const upstream = git('rev-parse', '--abbrev-ref', '@{upstream}')
    git('ls-remote', '--exit-code', upstream.split('/')[0] ?? 'origin', 'HEAD')
    return ok('Git', translate`on the branch ${branch}, which pulls from ${upstream}`)
  } catch (failure) {
    const reason = String((failure as { stderr?: string }).stderr ?? failure)
      .trim()
      .split('\n')[0]
    return warning(
      'Git',
      translate`The site cannot be pulled: ${reason}.`,
      translate`Publish from a clone: git clone …, or git init && git remote add origin …`,
    )
  }
}
