// KaTeX with two corrections, made when a program that compiles articles is bundled (docs/decisions/0031-corrected-katex.md):
// Han characters have their real height, and tall rows do not touch. JavaScript, because `lib/cli/programs.mjs` imports it.
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/** @param {string} name */
const pathOf = (name) => fileURLToPath(new URL(name, import.meta.url)).replaceAll('\\', '/')

const imports = `import { spaceAboveRow } from '${pathOf('row-space.mjs')}'
import { hanMetrics, isHan } from '${pathOf('han-metrics.mjs')}'
`

/** Expressions in KaTeX's source, each of which occurs once, and what replaces them. */
const corrections = [
  {
    what: 'metrics of a character without its own',
    find: 'metrics = fontMetricsData[font][77];',
    replace: 'metrics = isHan(ch) ? hanMetrics : fontMetricsData[font][77];',
  },
  {
    what: 'code units of Han characters: also extension A, compatibility characters and surrogates',
    find: '[0x4E00, 0x9FAF],',
    replace: '[0x2E80, 0x2FFF], [0x3100, 0x9FFF], [0xD840, 0xD88F], [0xF900, 0xFAFF],',
  },
  {
    what: 'space before a row',
    find: 'totalHeight += height;',
    replace:
      'body[r] = outrow; totalHeight += spaceAboveRow(group, body, r, { height: arstrutHeight, depth: arstrutDepth }, pt) + height;',
  },
  {
    what: 'length after `\\\\`, which amsmath adds to the depth of a tall row',
    find: 'gap += arstrutDepth;',
    replace: 'gap += group.addJot ? depth : arstrutDepth;',
  },
]

/**
 * Correct KaTeX's source.
 *
 * @param {string} source `katex/dist/katex.mjs`
 * @throws if an expression is not in the source: KaTeX changed, and the correction has to be checked
 */
export function correctKatex(source) {
  let corrected = source
  for (const { what, find, replace } of corrections) {
    const parts = corrected.split(find)
    if (parts.length !== 2)
      throw new Error(
        `Found ${parts.length - 1} times "${find}" (${what}) in katex.mjs; expected it once. Compare lib/markdown/tex/katex/corrections with the installed version of KaTeX.`,
      )
    corrected = parts.join(replace)
  }
  return imports + corrected
}

/** Does this path name KaTeX's module? */
const katexModule = /[\\/]katex[\\/]dist[\\/]katex\.mjs$/

/**
 * An esbuild plugin that bundles KaTeX with the corrections, and mhchem and rehype-katex, which import it.
 *
 * @returns {import('esbuild').Plugin}
 */
export function correctKatexInEsbuild() {
  return {
    name: 'correct-katex',
    setup(build) {
      // Other packages are external.
      build.onResolve({ filter: /^(?:katex|katex\/contrib\/mhchem|rehype-katex)$/ }, ({ path }) => ({
        path: fileURLToPath(import.meta.resolve(path)),
      }))
      build.onLoad({ filter: katexModule }, async ({ path }) => ({
        contents: correctKatex(await readFile(path, 'utf8')),
      }))
    },
  }
}

/**
 * A Vite plugin with the same effect, for tests.
 *
 * @returns {import('vite').Plugin}
 */
export function correctKatexInVite() {
  return {
    name: 'correct-katex',
    enforce: 'pre',
    transform(code, id) {
      return katexModule.test(id.split('?')[0] ?? id) ? { code: correctKatex(code), map: null } : undefined
    },
  }
}
