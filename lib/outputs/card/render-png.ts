import { workerData } from 'node:worker_threads'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { compileResvg } from './resvg-module'

// WebAssembly, because its memory is freed with the worker; native renderers leave 100 MB allocated. The server compiles
// the module once and passes it to each worker, so that optimised code is reused.
const ready = (async () => initWasm(workerData?.resvgModule ?? (await compileResvg())))()

/** Render an SVG without text as PNG. */
export async function renderPng(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  await ready
  const resvg = new Resvg(svg, { font: { loadSystemFonts: false } })
  const image = resvg.render()
  // Copy the bytes: `free` releases the original.
  const png = new Uint8Array(image.asPng())
  image.free()
  resvg.free()
  return png
}
