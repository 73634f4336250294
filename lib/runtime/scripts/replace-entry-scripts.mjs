// A step of `next build`, between compiling the code and prerendering the pages. JavaScript, because `next.config.mjs`
// imports it.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { listFiles } from '../../store/files.mjs'
import { loadNext } from './load-next.mjs'

/**
 * Make pages load `loadNext` instead of the scripts of Next and React. Next has no setting for this, so this changes the
 * manifests of the build (next 16):
 *
 * - `rootMainFiles` in `build-manifest.json`: the entry scripts;
 * - `entryJSFiles` and `moduleLoading` in `page_client-reference-manifest.js`: the scripts of client components, for which
 *   Next writes a `<script>` into each page that uses them. In the browser React finds them without.
 *
 * It saves an article without components 142 KB of JavaScript. If a future Next has no such lists, pages load all scripts,
 * and `e2e/site/scripts.spec.ts` fails.
 *
 * @param {string} distDir folder of Next's build output
 */
export function replaceEntryScripts(distDir) {
  const files = [join(distDir, 'build-manifest.json'), ...listFiles(join(distDir, 'server'))]
  for (const file of files) {
    if (file.endsWith('build-manifest.json')) replaceRootFiles(distDir, file)
    else if (file.endsWith('client-reference-manifest.js')) removeScriptTags(file)
  }
}

/** @param {string} distDir @param {string} file */
function replaceRootFiles(distDir, file) {
  const manifest = JSON.parse(readFileSync(file, 'utf8'))
  const { rootMainFiles: scripts } = manifest
  if (!Array.isArray(scripts) || scripts.length === 0) return
  manifest.rootMainFiles = [writeLoader(distDir, scripts)]
  writeFileSync(file, JSON.stringify(manifest))
}

/** @param {string} distDir @param {string[]} scripts @returns {string} the file, as manifests name it */
function writeLoader(distDir, scripts) {
  const source = `(${loadNext})(${JSON.stringify(scripts.map((script) => basename(script)))})`
  const text = source.replace(/^ *(\/\/.*|\/\*\*.*\*\/)?\n? */gm, '')
  const name = `static/chunks/load-next-${createHash('sha256').update(text).digest('hex').slice(0, 12)}.js`
  writeFileSync(join(distDir, name), text)
  return name
}

/** @param {string} file a script that assigns an object to `globalThis.__RSC_MANIFEST["/page"]` */
function removeScriptTags(file) {
  const source = readFileSync(file, 'utf8')
  const [, head, json] = /^([\s\S]*__RSC_MANIFEST\["[^\n]*?"\] = )(\{.*\});?\s*$/.exec(source) ?? []
  if (!head || !json) return
  const manifest = JSON.parse(json)
  writeFileSync(file, `${head}${JSON.stringify({ ...manifest, moduleLoading: null, entryJSFiles: {} })};\n`)
}
