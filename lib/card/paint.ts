import { workerData } from 'node:worker_threads'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { readPainter } from './painter'

// WebAssembly, because its memory ends with the thread; native painters leave 100 MB behind. The code itself is the
// server's: what one thread has translated and found worth optimising serves the next.
const ready = (async () => initWasm(workerData?.painter ?? (await readPainter())))()

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
