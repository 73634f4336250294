import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'

// Lighthouse 13 requires Node 22.19. It is installed on first use, because it takes 185 MB with its dependencies, which
// authors and servers do not need.
const version = '12.8.2'
const folder = '.next/cache/lighthouse'
const program = `${folder}/node_modules/lighthouse/cli/index.js`
const run = promisify(execFile)

export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const
export type Category = (typeof categories)[number]

/** The simulated devices: a mid-range phone on a slow network, a phone with half its speed, and a desktop computer. */
const deviceOptions = {
  phone: [],
  // Lighthouse slows the CPU down by a factor of 4 for a phone.
  'slow phone': ['--throttling.cpuSlowdownMultiplier=8'],
  desktop: ['--preset=desktop'],
} as const
export type Device = keyof typeof deviceOptions
export const devices = Object.keys(deviceOptions) as Device[]

/** Lighthouse's report on one page. */
export interface Report {
  /** From 0 to 100. */
  scores: Partial<Record<Category, number>>
  /** The audits that reduced the scores, with their values: `total-blocking-time 350 ms`. */
  faults: string[]
  /** Milliseconds; undefined without the category performance. */
  blockingTime: number | undefined
  /** Lighthouse's benchmark index of the machine. Its scores are calibrated for 1,500 to 2,000. */
  machine: number
}

interface Result {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>
  audits: Record<string, { score: number | null; displayValue?: string; numericValue?: number }>
  environment: { benchmarkIndex: number }
}

/**
 * Measure one page with Lighthouse, which is installed on first use.
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
    ...deviceOptions[device],
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
    blockingTime: audits['total-blocking-time']?.numericValue,
    machine: environment.benchmarkIndex,
  }
}
