// Versions of the engine, and what its changelog says about them.
// JavaScript, because commands use it before packages are installed.

/**
 * Compare two versions, such as 0.9.1 and 0.10.0: negative if the first is older.
 * @param {string} a
 * @param {string} b
 */
export function compareVersions(a, b) {
  const left = a.split('.').map(Number)
  const right = b.split('.').map(Number)
  for (let index = 0; index < 3; index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** Is this a released version, `0.2.0`? @param {string} text */
export function isVersion(text) {
  return /^\d+\.\d+\.\d+$/.test(text)
}

/**
 * The migration notes of all versions after one and up to another, oldest first.
 * @param {string} changelog text of CHANGELOG.md
 * @param {string} from
 * @param {string} to
 * @returns {{ version: string, text: string }[]} Markdown, without the heading
 */
export function migrationNotes(changelog, from, to) {
  return changelog
    .split(/^## /m)
    .slice(1)
    .flatMap((section) => {
      const version = /^\[?(\d+\.\d+\.\d+)/.exec(section)?.[1]
      const text = /^### Migration[^\n]*\n([\s\S]*?)(?=^### |(?![\s\S]))/m.exec(section)?.[1]?.trim()
      return version && text ? [{ version, text }] : []
    })
    .filter(({ version }) => compareVersions(version, from) > 0 && compareVersions(version, to) <= 0)
    .sort((a, b) => compareVersions(a.version, b.version))
}
