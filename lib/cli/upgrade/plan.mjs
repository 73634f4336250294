// Which files of a site's repository an upgrade of the engine changes.
// JavaScript, because commands use it before packages are installed.

import { siteParts } from '../../site/folders.mjs'
import { translate } from '../../site/messages/translate.mjs'
import { git, tryGit } from './git.mjs'
import { compareVersions, isVersion, migrationNotes } from './versions.mjs'

/** Versions of the engine are fetched to these names, so that they do not mix with tags of the author. */
const refs = 'refs/lemma'

/**
 * @typedef {object} Plan an upgrade
 * @property {string} current the version that is installed
 * @property {string} version the version that will be
 * @property {string} commit the commit of that version
 * @property {string[]} written files of the engine that are new or changed
 * @property {string[]} removed files of the engine that no longer exist
 * @property {string[]} modified files among these that the author has modified, and that would be replaced
 * @property {string[]} kept files of the engine that the author has modified, and that stay as they are
 * @property {{ version: string, text: string }[]} notes migration notes
 */

/**
 * Where to fetch the engine from, if the author does not say: the remote `upstream`, else `origin`.
 * @param {string} repository
 * @returns {string | undefined}
 */
export function defaultSource(repository) {
  const remotes = (tryGit(repository, ['remote']) ?? '').split('\n')
  return ['upstream', 'origin'].find((name) => remotes.includes(name))
}

/**
 * Fetch the versions of the engine.
 * @param {string} repository
 * @param {string} source a remote, a URL or a path
 * @returns {string[]} versions, oldest first
 */
export function fetchVersions(repository, source) {
  git(repository, ['fetch', '--quiet', '--no-tags', '--', source, `+refs/tags/v*:${refs}/v*`])
  return git(repository, ['for-each-ref', '--format=%(refname)', refs])
    .split('\n')
    .map((ref) => ref.slice(refs.length + 2))
    .filter(isVersion)
    .sort(compareVersions)
}

/** Files with changes that are not committed, one a line; empty if there are none. @param {string} repository */
export function uncommittedChanges(repository) {
  return git(repository, ['status', '--porcelain']).trimEnd()
}

/**
 * The version of the engine in the last commit of a repository.
 * @param {string} repository
 * @returns {string | undefined} undefined if it contains no engine
 */
export function currentVersion(repository) {
  const text = tryGit(repository, ['show', 'HEAD:package.json'])
  return text === undefined ? undefined : JSON.parse(text).version
}

/**
 * Compare the author's repository with the version that it contains, and that version with the new one. Files that only the
 * author has are not the engine's.
 * @param {string} repository
 * @param {string} current
 * @param {string} version one of those that were fetched
 * @returns {Plan}
 * @throws {Error} if it is unknown which files the author has modified
 */
export function planUpgrade(repository, current, version) {
  const commit = commitOf(repository, version)
  const base = findBase(repository, current, commit)
  const toVersion = compare(repository, base, commit)
  const byAuthor = compare(repository, base, 'HEAD')
  // What the author's repository already has, for example from an earlier attempt, needs no change.
  const differing = compare(repository, 'HEAD', commit)
  const changed = [...toVersion.keys()].filter((file) => differing.has(file))
  return {
    current,
    version,
    commit,
    written: changed.filter((file) => toVersion.get(file) !== 'D'),
    removed: changed.filter((file) => toVersion.get(file) === 'D'),
    modified: changed.filter((file) => byAuthor.has(file)),
    kept: [...byAuthor].flatMap(([file, status]) => (status !== 'A' && !toVersion.has(file) ? [file] : [])),
    notes: migrationNotes(tryGit(repository, ['show', `${commit}:CHANGELOG.md`]) ?? '', current, version),
  }
}

/**
 * Replace the files of the engine, in the folder and in git's index.
 * @param {string} repository
 * @param {Plan} plan
 */
export function replaceFiles(repository, { commit, written, removed }) {
  const list = ['--pathspec-from-file=-', '--pathspec-file-nul']
  if (removed.length > 0)
    git(repository, ['rm', '--quiet', '--force', '--ignore-unmatch', ...list], removed.join('\0'))
  if (written.length > 0) git(repository, ['checkout', '--quiet', commit, ...list], written.join('\0'))
}

/** @param {string} repository @param {string} version */
function commitOf(repository, version) {
  return git(repository, ['rev-parse', '--verify', `${refs}/v${version}^{commit}`]).trim()
}

/**
 * The commit of the engine that the author started from: the tag of the current version. A clone of a version without a tag
 * has a common ancestor.
 * @param {string} repository
 * @param {string} current
 * @param {string} commit of the new version
 */
function findBase(repository, current, commit) {
  const base =
    tryGit(repository, ['rev-parse', '--verify', '--quiet', `${refs}/v${current}^{commit}`]) ??
    tryGit(repository, ['merge-base', 'HEAD', commit])
  if (base) return base.trim()
  throw new Error(
    translate`The engine's repository has no tag v${current}, so your changes of its files cannot be found.`,
  )
}

/**
 * Files of the engine that differ between two commits, with git's letter for the change: A, M, D or T.
 * @param {string} repository
 * @param {string} before
 * @param {string} after
 * @returns {Map<string, string>}
 */
function compare(repository, before, after) {
  const fields = git(repository, ['diff', '--name-status', '--no-renames', '-z', before, after, '--']).split(
    '\0',
  )
  const changes = new Map()
  for (let index = 0; index + 1 < fields.length; index += 2) {
    const file = fields[index + 1] ?? ''
    if (!isAuthors(file)) changes.set(file, fields[index])
  }
  return changes
}

/** An upgrade never changes what the author owns. @param {string} file */
function isAuthors(file) {
  return siteParts.some((path) => file === path || file.startsWith(`${path}/`))
}
