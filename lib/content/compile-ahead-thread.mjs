// A thread of `compile-ahead.ts`. A thread knows no TypeScript from its parent.
import { workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
const { compileFile } = await import('./compile-file')

for (const id of workerData) await compileFile(id)
