// npm run bench:freshness [-- --posts 100,1000]: time from a saved file to the fresh response of a running server.
import { mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { measureEdits } from './measure/edit'
import { createSite, settled, startSite } from './measure/lemma'
import { describeMachine } from './report/machine'
import { quantile } from './report/statistics'

const edits = 50
const { values } = parseArgs({ options: { posts: { type: 'string', default: '100,1000,10000' } } })
const sizes = values.posts.split(',').map(Number)

interface Result {
  posts: number
  /** Seconds of a cold content compile and Next's build, to the first response. */
  build: number
  /** Milliseconds from the save to the end of the first response that contains the edit. */
  p50: number
  p95: number
  max: number
}

const results: Result[] = []
for (const posts of sizes) {
  console.log(`${posts} posts: writing and building…`)
  results.push(await measure(posts))
  console.table(results)
}
mkdirSync('bench/results', { recursive: true })
const file = `bench/results/freshness-${new Date().toISOString().slice(0, 10)}.json`
writeFileSync(file, `${JSON.stringify({ machine: describeMachine(), edits, results }, null, 2)}\n`)
console.log(`Written to ${file}.`)

async function measure(posts: number): Promise<Result> {
  const site = createSite(posts)
  try {
    const { server, wall } = await startSite(site, 0)
    try {
      await settled(server)
      const times = await measureEdits(site, server.url, edits)
      const at = (share: number) => Math.round(quantile(times, share))
      return { posts, build: Math.round(wall), p50: at(0.5), p95: at(0.95), max: at(1) }
    } finally {
      await server.stop()
    }
  } finally {
    site.remove()
  }
}
