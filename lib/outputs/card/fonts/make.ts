// Creates the files of Noto Serif in this folder: `npx tsx lib/outputs/card/fonts/make.ts NotoSerifCJK-Regular.ttc`.
// Takes 5 minutes. The font is from https://github.com/notofonts/noto-cjk or from Debian's fonts-noto-cjk; pyftsubset is part of
// fonttools.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { han, partOf } from './parts'

/** Characters other than Han that a title can contain. */
const others = {
  latin: '20-7e,a0-24f,1e00-1eff',
  greekAndCyrillic: '370-3ff,400-45f',
  marksAndSymbols: '2000-218f,2190-23ff,2460-27bf',
  radicals: '2e80-2fdf,31a0-31ef',
  kanaAndBopomofo: '3000-312f',
  fullWidth: 'fe30-fe4f,ff00-ffef',
}
/** Number of the simplified Chinese font in the collection. */
const simplified = 2

const [collection = ''] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'lemma-font-'))
const whole = join(folder, 'whole.otf')
subset(collection, whole, [
  ...Object.values(others),
  ...han.map((range) => range.map((code) => code.toString(16)).join('-')),
])
for (const [name, unicodes] of divide()) {
  const file = join(folder, `${name}.otf`)
  subset(whole, file, unicodes)
  const bytes = readFileSync(file)
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  }
  const compressed = brotliCompressSync(bytes, { params })
  writeFileSync(new URL(`NotoSerifSC-${name}.otf.br`, import.meta.url), compressed)
  console.log(name, bytes.length, compressed.length)
}
rmSync(folder, { recursive: true })

/** Code points of each part. */
function divide(): Map<string, string[]> {
  const parts = new Map([['common', Object.values(others)]])
  for (const [first, last] of han)
    for (let code = first; code <= last; code++) {
      const name = partOf(code)
      const codes = parts.get(name) ?? []
      codes.push(code.toString(16))
      parts.set(name, codes)
    }
  return parts
}

function subset(from: string, to: string, unicodes: readonly string[]): void {
  const list = join(folder, 'unicodes')
  writeFileSync(list, unicodes.join(','))
  execFileSync('pyftsubset', [
    from,
    ...(from === collection ? [`--font-number=${simplified}`] : []),
    `--unicodes-file=${list}`,
    '--layout-features=',
    '--no-hinting',
    // Without subroutines, Brotli compresses better.
    '--desubroutinize',
    `--output-file=${to}`,
  ])
}
