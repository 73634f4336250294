// A worker process of the fuzzer (`main.ts`). If an input crashes or hangs it, the fuzzer replaces it.
import { rmSync } from 'node:fs'
import { createDocumentCompiler } from '../authoring/compile/compile-document'
import { testSite } from '../site/test-site'
import { checkInput } from './check-input'
import { generateInput } from './generate'
import type { Request, Response } from './messages'
import { readPieces } from './pieces'

const [content = '', folder = ''] = process.argv.slice(2)
const pieces = readPieces(content)
process.chdir(folder)
// Paths are relative to this folder.
const compiler = createDocumentCompiler(testSite, { components: [{ name: 'LogisticMap', version: '' }] })

/** Number of inputs between two checks of the heap. */
const cycle = 500
/** Maximum heap in megabytes after garbage collection: the pipeline with all grammars needs 250. */
const maxHeap = 500

process.on('message', async (request: Request) => {
  if (request.kind === 'check') {
    const finding = await checkInput(request.input, compiler)
    await send({ kind: 'done', finding })
    return
  }
  for (let index = request.from; index < request.to; index++) {
    await send({ kind: 'started', index })
    const finding = await checkInput(generateInput(request.seed, index, pieces), compiler)
    if (finding) await send({ kind: 'found', index, finding })
    if (index % cycle !== cycle - 1) continue
    rmSync('.next', { recursive: true, force: true })
    globalThis.gc?.()
    const megabytes = Math.round(process.memoryUsage().heapUsed / 2 ** 20)
    if (megabytes > maxHeap)
      await send({
        kind: 'found',
        index,
        finding: { kind: 'memory', message: `${megabytes} MB of heap in use` },
      })
  }
  await send({ kind: 'done' })
})
process.on('disconnect', () => process.exit())

await send({ kind: 'ready' })

/** Resolves when the message is sent, because the next input may hang this process. */
function send(response: Response): Promise<void> {
  return new Promise((sent) => process.send?.(response, () => sent()))
}
