// Executes the instructions of the Dockerfile in folders of this computer, because it has no engine for containers, then serves
// two sites from the result: as its user, on a read-only root, with a volume and a tmpfs. `npm run test:slow` runs it as root.
import { deepStrictEqual, ok, strictEqual } from 'node:assert'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { buildImage } from './build-image'
import { sh, sizeOf } from './system'

type Run = (command: readonly string[]) => void

const port = Number(process.env.LEMMA_TEST_PORT ?? 3350)
const url = `http://127.0.0.1:${port}`
const folder = mkdtempSync(join(tmpdir(), 'lemma-container-'))
try {
  const image = buildImage(folder)
  const size = sizeOf(image.root)
  console.log(`Image: ${size} MB unpacked.`)
  ok(size < 350, `the image takes ${size} MB`)
  strictEqual(image.user, '10001:10001')

  await withContainer('english', async (site, run) => {
    const article = '/posts/the-kelly-criterion'
    ok((await (await fetch(url)).text()).includes(`href="${article}"`), 'the front page links to the article')
    ok((await (await fetch(url + article)).text()).includes('class="katex"'), 'an article with formulas')
    strictEqual((await fetch(`${url}/card.png`)).headers.get('content-type'), 'image/png')
    const sentence = `Edited ${Date.now()}.`
    appendFileSync(join(site, 'content/posts/the-kelly-criterion.mdx'), `\n${sentence}\n`)
    await until(async () => (await (await fetch(url + article)).text()).includes(sentence))
    const config = join(site, 'site.config.ts')
    const name = `Container ${Date.now()}`
    writeFileSync(config, readFileSync(config, 'utf8').replace(/name: '[^']*'/, `name: '${name}'`))
    await until(async () => (await (await fetch(url)).text()).includes(name))
    run(image.healthcheck)
    run(['node', 'lib/cli/backup.mjs', '--output', '/site'])
  })
  await withContainer('empty', async () => strictEqual((await fetch(url)).status, 200))
  // A site with code is refused, with the command that builds its image.
  const refused = start(makeSite('all-options'))
  let log = ''
  refused.stdout?.on('data', (chunk) => (log += chunk))
  refused.stderr?.on('data', (chunk) => (log += chunk))
  deepStrictEqual(await once(refused, 'close'), [1, null])
  ok(log.includes('--build-context'), log)
  console.log(
    'Front page, article, card, edits, health, backup, SIGTERM, second site, site with code: as expected.',
  )

  /** Serve a copy of a test site until the work is done, then stop the container as an engine does. */
  async function withContainer(name: string, work: (site: string, run: Run) => Promise<void>) {
    const site = makeSite(name)
    const began = performance.now()
    const container = start(site)
    container.stdout?.pipe(process.stdout)
    container.stderr?.pipe(process.stderr)
    const closed = once(container, 'close')
    try {
      await until(async () => (await fetch(`${url}/api/health`)).ok)
      console.log(`${name}: healthy after ${Math.round(performance.now() - began)} ms`)
      await work(site, (command) => runInside(container, command))
    } finally {
      // The command in the namespace is its process 1: tini.
      const stopping = performance.now()
      sh(`kill -TERM $(pgrep -P ${container.pid} tini)`)
      deepStrictEqual(await closed, [0, null])
      const took = Math.round(performance.now() - stopping)
      console.log(`${name}: stopped after ${took} ms`)
      ok(took < 10_000, 'stops within 10 s')
    }
  }

  function makeSite(name: string): string {
    const site = join(folder, `site-${name}`)
    cpSync(join('e2e/sites', name), site, { recursive: true })
    sh(`rm -rf '${site}/.lemma' '${site}/.next' && chown -R ${image.user} '${site}'`)
    return site
  }

  /** Start the container: own mounts and processes; the root is read-only, `/site` and `/tmp` are not. */
  function start(site: string): ChildProcess {
    const mounts = [
      `mount --bind '${image.root}' '${image.root}'`,
      `mount -o remount,bind,ro '${image.root}'`,
      `mount --bind '${site}' '${image.root}/site'`,
      `mount -t tmpfs -o mode=1777 none '${image.root}/tmp'`,
      `mount -t proc none '${image.root}/proc'`,
      `mount --bind /dev '${image.root}/dev'`,
    ]
    const command = image.commandLine([...image.entrypoint, ...image.cmd], { PORT: String(port) })
    return spawn('unshare', ['-mpf', 'sh', '-c', `${mounts.join(' && ')} && exec ${command}`])
  }

  /** Run a command in the container, as `docker exec` does; throws if it fails. */
  function runInside(container: ChildProcess, command: readonly string[]): void {
    const line = image.commandLine(command, { PORT: String(port) })
    sh(`nsenter --mount --pid --target $(pgrep -P ${container.pid} tini) ${line}`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Ask until the answer is yes; connections are refused while the server starts. */
async function until(question: () => Promise<boolean>) {
  const end = Date.now() + 60_000
  while (!(await question().catch(() => false))) {
    ok(Date.now() < end, 'not within 60 s')
    await setTimeout(100)
  }
}
