// npm run check:vercel: build a clone of the last commit as Vercel does, run every function from its own files, and
// compare the responses of the deployment with those of the server of `npm start` (docs/deploying.md).
import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { secret } from '../support/functions/requests'
import { buildForVercel, clone, run } from './build'
import { checkPreview } from './check-preview'
import { compareAll } from './compare'
import { compareFiles } from './compare-files'
import { Deployment } from './deployment'
import { assembleFunctions } from './output'
import { findCount, reportSizes } from './report'
import { startServer } from './server'
import { measureFunctionSizes } from './weigh-corpus'

const { values } = parseArgs({
  options: {
    /** Keep the temporary folder. */
    keep: { type: 'boolean', default: false },
    /** Only measure the functions of a site with this many articles. */
    posts: { type: 'string' },
  },
})
const folder = mkdtempSync(join(tmpdir(), 'lemma-vercel-'))
try {
  const problems = values.posts ? measureFunctionSizes(folder, Number(values.posts)) : await checkSite()
  for (const problem of problems) console.error(problem)
  console.log(problems.length === 0 ? 'No problems found.' : `${problems.length} problems.`)
  process.exitCode = problems.length === 0 ? 0 : 1
} finally {
  if (values.keep) console.log(`All files are in ${folder}.`)
  else rmSync(folder, { recursive: true, force: true })
}

/** Check a deployment of the sample site. @returns problems */
async function checkSite(): Promise<string[]> {
  const [site, output, local] = ['site', 'output', 'server'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  console.log('Building a clone for Vercel…')
  clone('.', site)
  console.log(`  ${findCount(buildForVercel(site, 'production'))}`)
  renameSync(join(site, '.vercel/output'), output)
  const functions = assembleFunctions(output, site, join(folder, 'functions'))
  const problems = reportSizes([...new Set(functions.values())], functions.size)
  console.log('Building the same commit for a server…')
  // Clone the first clone, because the checkout may have a new commit by now.
  clone(site, local)
  run('cp', ['-al', join(site, 'node_modules'), local])
  run('npm', ['run', 'build'], { cwd: local })
  // Remove the checkout, so that no function can read it.
  const moved = `${site}-moved`
  renameSync(site, moved)
  const server = await startServer(local, { REVALIDATE_SECRET: secret })
  const deployment = new Deployment(output, functions, 'production')
  try {
    problems.push(
      ...(await compareAll(server.url, deployment)),
      ...(await compareFiles(server.url, deployment)),
    )
  } finally {
    deployment.stop()
    server.stop()
  }
  return [...problems, ...(await checkPreview(folder, moved))]
}
