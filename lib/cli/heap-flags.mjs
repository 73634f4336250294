// JavaScript, because commands import it before packages are installed.
import { execFileSync } from 'node:child_process'

/** The output of `node --v8-options`, read once. @type {string | undefined} */
let v8Options

/**
 * Node's flags for a process that stays small: by default V8 lets a heap grow to many times what is in use, to gigabytes
 * with ten thousand articles (docs/decisions/0016-heap-flags.md). There is no limit on the whole heap, which a large site
 * would reach.
 *
 * @param {number} youngest megabytes of each half of the space for new objects
 * @param {number} growth percent by which the old space may grow before it is collected
 */
export function heapFlags(youngest, growth) {
  v8Options ??= execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' })
  return supportedFlags([`--max-semi-space-size=${youngest}`, `--heap-growing-percent=${growth}`], v8Options)
}

/**
 * Leave out flags that this version of Node does not have: it would not start with them.
 *
 * @param {readonly string[]} flags
 * @param {string} options output of `node --v8-options`
 */
export function supportedFlags(flags, options) {
  return flags.filter((flag) => {
    const [name = ''] = flag.split('=')
    return new RegExp(`^\\s*${name}\\s`, 'm').test(options)
  })
}
