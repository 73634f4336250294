import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

// What the installed packages may be: docs/security.md, Packages.

interface Package {
  integrity?: string
  resolved?: string
  license?: string
  link?: true
  hasInstallScript?: true
}

const lock: { packages: Record<string, Package> } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const packages = Object.entries(lock.packages).filter(
  ([path, { link }]) => path.includes('node_modules/') && !link,
)

/** Licences that permit what a blog engine under MIT does. The copyleft ones apply to their own files. */
const allowed = new Set([
  ...[
    'MIT',
    'ISC',
    '0BSD',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'Unlicense',
    'CC0-1.0',
  ],
  ...['MPL-2.0', 'LGPL-3.0-or-later', 'CC-BY-4.0', 'CPAL-1.0'],
])

/** Packages without a licence field in `package.json`. Their repositories have the MIT licence. */
const unnamed = ['node_modules/@contentlayer2/source-remote-files', 'node_modules/format']

test('every package has an integrity hash and comes from the registry', () => {
  expect(packages.length).toBeGreaterThan(100)
  const wrong = packages.filter(
    ([, { integrity, resolved = 'https://registry.npmjs.org/' }]) =>
      !/^sha512-/.test(integrity ?? '') || !resolved.startsWith('https://registry.npmjs.org/'),
  )
  expect(wrong.map(([path]) => path)).toEqual([])
})

test('every package has a licence of the list', () => {
  const wrong = packages.filter(([path, { license = '' }]) => !unnamed.includes(path) && !isAllowed(license))
  expect(wrong.map(([path, { license }]) => `${path}: ${license}`)).toEqual([])
})

test('only the packages of the list have install scripts', () => {
  const found = packages.flatMap(([path, { hasInstallScript }]) => (hasInstallScript ? [path] : []))
  // docs/security.md says what each does. None has to run.
  expect(found).toEqual(['node_modules/contentlayer2', 'node_modules/esbuild', 'node_modules/protobufjs'])
})

/** SPDX: of alternatives one suffices, of parts all are needed. */
function isAllowed(licence: string): boolean {
  return licence
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((alternative) => alternative.split(' AND ').every((part) => allowed.has(part)))
}
