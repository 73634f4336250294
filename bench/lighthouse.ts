// npm run lighthouse [-- --runs 5]: the four scores of four types of page on two phones and a desktop, with the production
// build. Performance depends on the machine and its load, so this prints medians of several runs, and Lighthouse's
// benchmark index of the machine.
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { findBrowser } from '../lib/cli/browser.mjs'
import { serverProgram } from '../lib/cli/programs.mjs'
import { build } from '../lib/cli/run.mjs'
import { categories, devices, type Report, readReport } from './measure/lighthouse-report'
import { firstAnswer, serve } from './measure/process'
import { root } from './report/machine'
import { median } from './report/statistics'

const pages = ['/', '/posts/cov-3-brachistochrone', '/series/matrix-geometry', '/search?q=变分']
const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } })

if (!(await build())) process.exit(1)
const browser = (await findBrowser()) ?? chromium.executablePath()
const env = { NODE_ENV: 'production' }
const server = await serve(process.execPath, [serverProgram], { cwd: root, env })
try {
  await firstAnswer(server, '/')
  const table: Record<string, Record<string, number | string>> = {}
  for (const page of pages.flatMap((path) => devices.map((device) => ({ path, device })))) {
    const reports: Report[] = []
    for (let run = 0; run < Number(values.runs); run++)
      reports.push(await readReport(server.url + page.path, categories, browser, page.device))
    table[`${page.path} ${page.device}`] = {
      ...Object.fromEntries(
        categories.map((name) => [name, median(reports.map(({ scores }) => scores[name] ?? 0))]),
      ),
      'blocking ms': Math.round(median(reports.map(({ blockingTime }) => blockingTime ?? Number.NaN))),
      machine: median(reports.map(({ machine }) => machine)),
      faults: [...new Set(reports.flatMap(({ faults }) => faults.map((fault) => fault.split(' ')[0])))].join(
        ' ',
      ),
    }
  }
  console.table(table)
} finally {
  await server.stop()
}
