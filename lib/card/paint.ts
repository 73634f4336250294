import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

// WebAssembly, because its memory ends with the thread; native painters leave 100 MB behind.
const ready = initWasm(readFileSync(join(process.cwd(), 'node_modules/@resvg/resvg-wasm/index_bg.wasm')))

/** Paint an SVG that holds no text as PNG. */
export async function paint(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  await ready
  const picture = new Resvg(svg, { font: { loadSystemFonts: false } })
  const painted = picture.render()
  // A copy: theirs is freed.
  const png = new Uint8Array(painted.asPng())
  painted.free()
  picture.free()
  return png
}
