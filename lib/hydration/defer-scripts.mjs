// A step of `next build`, between compiling the code and rendering the pages.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { listFiles } from '../cli/files.mjs'
import { waitForReader } from './wait-for-reader.mjs'

/**
 * Have pages start with `waitForReader` instead of React and Next, which it loads. Next has no setting for it: what a
 * page starts with stands in its build manifests (`rootMainFiles`, next 16). Without that list pages start as Next has
 * it, and `e2e/hydration.spec.ts` fails.
 *
 * @param {string} distDir where Next builds to
 */
export function deferScripts(distDir) {
  // The cache beside them may hold ten thousand bodies.
  const ofPages = listFiles(join(distDir, 'server')).filter((name) => name.endsWith('build-manifest.json'))
  for (const file of [join(distDir, 'build-manifest.json'), ...ofPages]) {
    const manifest = JSON.parse(readFileSync(file, 'utf8'))
    const { rootMainFiles: scripts } = manifest
    if (!Array.isArray(scripts) || scripts.length === 0) continue
    manifest.rootMainFiles = [writeScript(distDir, scripts)]
    writeFileSync(file, JSON.stringify(manifest))
  }
}

/** @param {string} distDir @param {string[]} scripts @returns {string} the file, as manifests name it */
function writeScript(distDir, scripts) {
  const source = `(${waitForReader})(${JSON.stringify(scripts.map((script) => basename(script)))})`
  // Without its comments and what it is indented by: readers load it.
  const text = source.replace(/^ *(\/\/.*|\/\*\*.*\*\/)?\n? */gm, '')
  const name = `static/chunks/start-${createHash('sha256').update(text).digest('hex').slice(0, 12)}.js`
  writeFileSync(join(distDir, name), text)
  return name
}
