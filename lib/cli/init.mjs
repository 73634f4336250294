// npm run init [folder]: create a site, in a new folder, or in place of the sample.
// Plain JavaScript: it runs before anything is installed.

import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { translate } from '../site/messages/translate.mjs'
import { readOptions } from './arguments.mjs'
import { defaultLanguage } from './choose-language.mjs'
import { fail, say } from './messages.mjs'
import { loadProgram } from './programs.mjs'
import { install, language, root, site } from './run.mjs'
import { bundleFolders, requireWritable } from './write-access.mjs'

/** @typedef {import('../authoring/init/questions').Question} Question */
/** @typedef {import('../authoring/init/questions').Answers} Answers */

const { values, positionals } = readOptions({
  yes: { type: 'boolean', short: 'y', default: false },
  name: { type: 'string' },
  url: { type: 'string' },
  language: { type: 'string' },
  author: { type: 'string' },
  licence: { type: 'string' },
  'time-zone': { type: 'string' },
})
process.env.LEMMA_LANG = language ?? defaultLanguage(givenValue('language'))
if (positionals.length > 1)
  fail(translate`Found ${positionals.length} folders; expected one. Quote a name that contains spaces.`)
const folder = positionals[0] === undefined ? site : resolve(process.env.INIT_CWD ?? root, positionals[0])
if (existsSync(folder) && !statSync(folder).isDirectory())
  fail(translate`${folder} is a file; expected a folder.`)

requireWritable(bundleFolders())
await install()
/** @type {typeof import('../authoring/init/init')} */
const { checkAnswer, inspectTarget, questionsFor, starterFiles, toAnswers, writeStarter } =
  await loadProgram('init')

const target = inspectTarget(folder, root)
if (target.state === 'refused') fail(target.reason)
const isTerminal = process.stdin.isTTY && process.stdout.isTTY
const terminal = isTerminal && !values.yes ? createInterface(process.stdin, process.stdout) : undefined
if (target.state === 'sample') await confirmReplacement(target.count)
const answers = await readAnswers()
terminal?.close()

mkdirSync(folder, { recursive: true })
requireWritable([folder])
const files = starterFiles(answers, {
  engine: root,
  isEngine: folder === root,
  ref: engineRef(),
  repository: readRemote(),
  now: new Date(),
})
const { written, kept } = writeStarter(folder, files, target.state === 'sample')
report(written, kept)

/** Ask before the sample is deleted. @param {number} count of its files */
async function confirmReplacement(count) {
  if (values.yes) return
  const question = translate`The sample site (${count} files in content/, site.config.ts) will be deleted.`
  if (!terminal)
    fail(translate`${question} Confirm it with --yes, or name a new folder: npm run init ../my-blog`)
  const answer = await terminal.question(translate`${question} Continue? (y/N) `)
  if (!/^y(es)?$/i.test(answer.trim())) fail(translate`Nothing was changed.`)
}

/** The answers, from the options, the author or the defaults. @returns {Promise<Answers>} */
async function readAnswers() {
  const questions = questionsFor({
    locale: process.env.LC_ALL || process.env.LANG || Intl.DateTimeFormat().resolvedOptions().locale,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    user: git('config', 'user.name') || userInfo().username,
  })
  /** @type {Map<keyof Answers, string>} */
  const found = new Map()
  for (const question of questions) {
    const given = givenValue(question.option)
    found.set(question.setting, given === undefined ? await ask(question) : checkOption(question, given))
  }
  return toAnswers(found)
}

/** The value of an option; undefined if it is not given. @param {string} option */
function givenValue(option) {
  const value = /** @type {Record<string, string | boolean | undefined>} */ (values)[option]
  return typeof value === 'string' ? value : undefined
}

/** @param {Question} question @param {string} given the value of its option */
function checkOption(question, given) {
  const result = checkAnswer(question, given)
  return 'error' in result ? fail(`--${question.option}: ${result.error}`) : result.value
}

/** Ask until the answer is valid. Without a terminal, the answer is the default. @param {Question} question */
async function ask(question) {
  const { option, prompt, byDefault } = question
  if (!terminal) {
    if (byDefault === '')
      fail(translate`--${option} is missing. Use: npm run init -- ../my-blog --${option}="…"`)
    return checkOption(question, byDefault)
  }
  for (;;) {
    const answer =
      (await terminal.question(`${prompt}${byDefault && ` [${byDefault}]`}: `)).trim() || byDefault
    const result = checkAnswer(question, answer)
    if ('value' in result) return result.value
    say(answer === '' ? translate`This setting is required.` : result.error)
  }
}

/** URL of the engine's repository. */
function readRemote() {
  return git('remote', 'get-url', 'upstream') || git('remote', 'get-url', 'origin') || undefined
}

/** The tag of the engine's version; its commit if there is no such tag, as between two versions. */
function engineRef() {
  const tag = `v${JSON.parse(readFileSync('package.json', 'utf8')).version}`
  return git('tag', '--points-at', 'HEAD', '--list', tag) || git('rev-parse', 'HEAD') || tag
}

/** The output of git; empty if it fails or is not installed. @param {...string} args */
function git(...args) {
  try {
    return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return ''
  }
}

/** Say what was created, and what to do next. @param {string[]} written @param {string[]} kept */
function report(written, kept) {
  const isHere = folder === root
  say(translate`Created ${written.length} files in ${folder}:`)
  for (const file of written.sort()) console.log(`  ${file}`)
  for (const file of kept) say(translate`Kept ${file}, which existed.`)
  // With `=`, the option works in PowerShell too, which removes the `--` before it.
  const option = isHere ? '' : ` -- --site="${folder}"`
  say(translate`Next:`)
  console.log(`  npm run dev${option}      ${translate`write, with a preview on http://localhost:3000`}`)
  console.log(`  npm run lint:content${option}`)
  console.log(`  ${translate`${join(folder, 'site.config.ts')} contains the settings, with comments.`}`)
}
