// npm run new "标题": create a draft with valid front matter.
// Plain JavaScript: it runs before anything is installed.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { translate } from '../site/messages/translate.mjs'
import { usage } from './help.mjs'
import { fail, say } from './messages.mjs'
import { loadProgram } from './programs.mjs'
import { install, site } from './run.mjs'
import { bundleFolders, requireWritable } from './write-access.mjs'

const title = process.argv.slice(2).join(' ').trim()
if (!title) fail(translate`A title is missing.\n${usage()}`)

requireWritable([...bundleFolders(), join(site, 'content')])
await install()
/** @type {typeof import('../authoring/new-post/new-post')} */
const { draftPost } = await loadProgram('new-post')
process.chdir(site)
const { file, url, text } = await draftPost(title)
if (existsSync(file)) fail(translate`${file} exists already. Choose another title, or edit that file.`)
mkdirSync(dirname(file), { recursive: true })
writeFileSync(file, text)
say(
  translate`Created the draft ${file}. \`npm run dev\` shows it at ${url}; remove \`draft: true\` to publish it.`,
)
