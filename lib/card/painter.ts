import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The code of the painter, translated as far as it was used. */
export async function readPainter(): Promise<WebAssembly.Module> {
  return WebAssembly.compile(
    await readFile(join(process.cwd(), 'node_modules/@resvg/resvg-wasm/index_bg.wasm')),
  )
}
