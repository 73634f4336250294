// npm run upgrade [version]: replace the engine in an author's repository by a newer version.
// JavaScript, because it runs before packages are installed.

import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { listed, translate } from '../site/messages/translate.mjs'
import { readOptions } from './arguments.mjs'
import { fail, say } from './messages.mjs'
import { npm, root, site } from './run.mjs'
import { git } from './upgrade/git.mjs'
import {
  currentVersion,
  defaultSource,
  fetchVersions,
  planUpgrade,
  replaceFiles,
  uncommittedChanges,
} from './upgrade/plan.mjs'
import { compareVersions } from './upgrade/versions.mjs'

/** @typedef {import('./upgrade/plan.mjs').Plan} Plan */

const { values, positionals } = readOptions({
  'dry-run': { type: 'boolean', default: false },
  force: { type: 'boolean', default: false },
  from: { type: 'string' },
})
// With --site, an engine upgrades another repository: one of a version that had no such command.
const repository = site
if (!existsSync(join(repository, '.git')))
  fail(translate`${repository} is not a git repository. Upgrades need one.`)
const current = currentVersion(repository)
if (current === undefined || !existsSync(join(repository, 'lib')))
  fail(
    translate`${repository} contains no engine. Upgrade the engine in its own folder: run git pull in ${root}.`,
  )

try {
  await upgrade(current)
} catch (error) {
  fail(/** @type {Error} */ (error).message)
}

/** @param {string} from the current version */
async function upgrade(from) {
  const changes = uncommittedChanges(repository)
  if (changes && !values['dry-run'])
    fail(
      translate`There are changes that are not committed:\n${changes}\nCommit them, or put them aside (git stash -u). Nothing was changed.`,
    )
  const to = chooseVersion(from)
  if (to === undefined) return
  const plan = planUpgrade(repository, from, to)
  printPlan(plan)
  if (values['dry-run']) return say(translate`Nothing was changed (--dry-run).`)
  if (plan.modified.length > 0 && !values.force)
    fail(
      translate`Nothing was changed. To replace the files that you have modified, add --force; git keeps your versions.`,
    )
  replaceFiles(repository, plan)
  await check()
  git(repository, ['commit', '--quiet', '--message', `Upgrade Lemma from ${from} to ${to}`])
  say(
    translate`Upgraded to ${to} and committed. Publish it: git push; on your own server, restart npm start.`,
  )
}

/** The version to install; undefined if nothing is to do. @param {string} from the current version */
function chooseVersion(from) {
  const source = chooseSource()
  say(translate`Fetching versions from ${source}…`)
  const versions = fetchVersions(repository, source)
  const wanted = positionals[0]?.replace(/^v/, '')
  const to = wanted ?? versions.at(-1)
  if (to === undefined || !versions.includes(to)) {
    const found = versions.length === 0 ? translate`no versions` : translate`the versions ${listed(versions)}`
    return fail(
      (wanted
        ? translate`Found ${found} in ${source}; expected ${wanted}.`
        : translate`Found ${found} in ${source}.`) +
        ' ' +
        translate`--from names the engine's repository: a URL or a path.`,
    )
  }
  const difference = compareVersions(to, from)
  if (difference < 0) fail(translate`${to} is older than the current version, ${from}.`)
  if (difference > 0) return to
  say(translate`${from} is installed already.`)
  return undefined
}

function chooseSource() {
  const { from } = values
  if (from === undefined)
    return (
      defaultSource(repository) ??
      fail(
        translate`This repository has no remote "upstream" or "origin". Use: npm run upgrade -- --from <URL of the engine>`,
      )
    )
  // A path is relative to the folder in which the command was called.
  const path = resolve(process.env.INIT_CWD ?? root, from)
  return existsSync(path) ? path : from
}

/** Say what an upgrade does. @param {Plan} plan */
function printPlan({ current, version, written, removed, modified, kept, notes }) {
  say(
    translate`Upgrade from ${current} to ${version}. Files to write: ${written.length}; to remove: ${removed.length}.`,
  )
  say(translate`content/, site/ and site.config.ts do not change.`)
  list(translate`You have modified these files, which would be replaced:`, modified)
  list(translate`You have modified these files, which the new version does not change. They are kept:`, kept)
  for (const note of notes) console.log(`\n${translate`Migration to ${note.version}:`}\n\n${note.text}\n`)
}

/** @param {string} title @param {readonly string[]} files */
function list(title, files) {
  if (files.length === 0) return
  say(title)
  for (const file of files) console.log(`  ${file}`)
}

/** Install the new packages, then check the content and the types, with the new engine. */
async function check() {
  // npm passes the options of this command on to npm.
  const env = {
    npm_config_force: '',
    npm_config_site: '',
    npm_config_lang: '',
    npm_config_from: '',
    LEMMA_SITE: repository,
  }
  const steps = [
    ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
    ['run', 'lint:content'],
    // Generates types that the next step needs.
    ['run', 'content'],
    ['run', 'types'],
  ]
  for (const args of steps) {
    const name = `npm ${args.filter((arg) => !arg.startsWith('-')).join(' ')}`
    say(`${name}…`)
    if ((await npm(args, env, repository)) === 0) continue
    fail(
      translate`${name} failed; its message is above. The new files are there, but nothing is committed. Correct the problems and commit (git add -A; git commit), or undo the upgrade: git reset --hard`,
    )
  }
}
