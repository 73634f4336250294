import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Compile the WebAssembly module of resvg. */
export async function compileResvg(): Promise<WebAssembly.Module> {
  return WebAssembly.compile(
    await readFile(join(process.cwd(), 'node_modules/@resvg/resvg-wasm/index_bg.wasm')),
  )
}
