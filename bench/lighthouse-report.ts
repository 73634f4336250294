import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'

// 13 needs Node 22.19. It is installed where it is first asked for: with what it needs it takes 185 MB, which authors
// and servers would carry for nothing.
const version = '12.8.2'
const folder = '.next/cache/lighthouse'
const program = `${folder}/node_modules/lighthouse/cli/index.js`
const run = promisify(execFile)

export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const
export type Category = (typeof categories)[number]

/** What Lighthouse plays: a phone of the middle class on a slow network, or a desktop computer. */
export const devices = ['phone', 'desktop'] as const
export type Device = (typeof devices)[number]

/** One page as Lighthouse saw it. */
export interface Report {
  /** From 0 to 100. */
  scores: Partial<Record<Category, number>>
  /** What cost points, and how it was measured: `total-blocking-time 350 ms`. */
  faults: string[]
  /** Lighthouse's own measure of the machine; it takes one of 1,500 to 2,000 for what its scores mean. */
  machine: number
}

interface Result {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>
  audits: Record<string, { score: number | null; displayValue?: string }>
  environment: { benchmarkIndex: number }
}

/**
 * Read one page with Lighthouse, installed where it is not yet.
 * @param browser path of a Chromium
 */
export async function readReport(
  url: string,
  asked: readonly Category[],
  browser: string,
  device: Device = 'phone',
): Promise<Report> {
  if (!existsSync(program))
    await run('npm', ['install', `lighthouse@${version}`, '--prefix', folder, '--no-audit', '--no-fund'])
  const args = [
    program,
    url,
    '--quiet',
    '--output=json',
    '--no-enable-error-reporting',
    ...(device === 'desktop' ? ['--preset=desktop'] : []),
    `--only-categories=${asked.join(',')}`,
    `--chrome-flags=--headless=new${process.getuid?.() === 0 ? ' --no-sandbox' : ''}`,
  ]
  const env = { ...process.env, CHROME_PATH: browser }
  const { stdout } = await run(process.execPath, args, { env, maxBuffer: 64 * 1024 * 1024 })
  const { categories, audits, environment } = JSON.parse(stdout) as Result
  const found = Object.entries(categories)
  return {
    scores: Object.fromEntries(found.map(([name, { score }]) => [name, Math.round((score ?? 0) * 100)])),
    faults: found
      .flatMap(([, { auditRefs }]) => auditRefs)
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      .map(({ id }) => `${id} ${audits[id]?.displayValue ?? ''}`.trim()),
    machine: environment.benchmarkIndex,
  }
}
