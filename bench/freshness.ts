// npm run bench:freshness [-- --posts 100,1000]: from a saved file to the fresh answer, on a running server.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createWorkspace } from '../e2e/workspace'
import { writeCorpus } from './corpus'

const edits = 50
const { values } = parseArgs({ options: { posts: { type: 'string', default: '100,1000,10000' } } })
const sizes = values.posts.split(',').map(Number)

interface Result {
  posts: number
  /** Content compile and Next's build, cold, in seconds. */
  build: number
  /** Milliseconds from the save to the end of the first answer that shows it. */
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
const machine = { cpus: cpus().length, memory: totalmem(), node: process.version }
writeFileSync(file, `${JSON.stringify({ machine, edits, results }, null, 2)}\n`)
console.log(`Written to ${file}.`)

async function measure(posts: number): Promise<Result> {
  const workspace = createWorkspace()
  try {
    writeCorpus(join(workspace.root, 'content'), posts)
    const began = performance.now()
    const { code, output } = workspace.run('build')
    if (code !== 0) throw new Error(output)
    const build = Math.round((performance.now() - began) / 1000)
    const server = await workspace.serve('start')
    try {
      await settled(server.output)
      const times: number[] = []
      for (let edit = 0; edit < edits; edit++) {
        const number = Math.floor((edit * posts) / edits)
        times.push(await editToFresh(workspace.root, server.url, number, edit))
      }
      times.sort((a, b) => a - b)
      const at = (share: number) => Math.round(times[Math.min(edits - 1, Math.floor(edits * share))] ?? 0)
      return { posts, build, p50: at(0.5), p95: at(0.95), max: at(1) }
    } finally {
      await server.stop()
    }
  } finally {
    workspace.remove()
  }
}

/** The publisher has looked at everything once. */
async function settled(output: () => string): Promise<void> {
  while (!/^Published \d+ posts\.$/m.test(output().split('Serving on').at(-1) ?? ''))
    await new Promise((resolve) => setTimeout(resolve, 100))
}

async function editToFresh(root: string, url: string, number: number, edit: number): Promise<number> {
  const file = join(root, 'content/posts', `post-${number}.mdx`)
  const text = readFileSync(file, 'utf8')
  const address = `${url}/posts/post-${number}`
  const mark = `第${edit}次修改`
  // Cached, as a page is that readers ask for.
  await (await fetch(address)).text()
  const began = performance.now()
  writeFileSync(file, text.replace('附注[^1]', `${mark}[^1]`))
  for (;;) {
    if ((await (await fetch(address)).text()).includes(mark)) return performance.now() - began
    if (performance.now() - began > 60_000) throw new Error(`${address} is not fresh after a minute.`)
  }
}
