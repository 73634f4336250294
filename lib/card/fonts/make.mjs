// Makes NotoSerifSC-Regular.otf.br: `node lib/card/fonts/make.mjs NotoSerifCJK-Regular.ttc`, 4 minutes.
// The font is that of https://github.com/notofonts/noto-cjk, and of Debian's fonts-noto-cjk; pyftsubset is part of fonttools.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

/** Every Han character of the font, and what else may stand in a title. */
const characters = {
  latin: '20-7e,a0-24f,1e00-1eff',
  greekAndCyrillic: '370-3ff,400-45f',
  marksAndSymbols: '2000-218f,2190-23ff,2460-27bf',
  radicals: '2e80-2fdf,31a0-31ef',
  kanaAndBopomofo: '3000-312f',
  han: '3400-4dbf,4e00-9fff,f900-faff,20000-3ffff',
  fullWidth: 'fe30-fe4f,ff00-ffef',
}
/** Number of the simplified Chinese font in the collection. */
const simplified = 2

const [collection = ''] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'lemma-font-'))
const font = join(folder, 'font.otf')
execFileSync('pyftsubset', [
  collection,
  `--font-number=${simplified}`,
  `--unicodes=${Object.values(characters).join()}`,
  '--layout-features=',
  '--no-hinting',
  // Without shared pieces of outlines, Brotli finds more to share.
  '--desubroutinize',
  `--output-file=${font}`,
])
const bytes = readFileSync(font)
rmSync(folder, { recursive: true })
const params = {
  [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
  [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
  [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
}
writeFileSync(new URL('NotoSerifSC-Regular.otf.br', import.meta.url), brotliCompressSync(bytes, { params }))
