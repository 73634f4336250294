// npm run localise [files]: download the remote images of articles, and change their links.
// JavaScript, because it runs before packages are installed.

import { existsSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { translate } from '../site/messages/translate.mjs'
import { plural } from '../site/plural.mjs'
import { toPosix } from '../store/windows.mjs'
import { fail, say } from './messages.mjs'
import { loadProgram } from './programs.mjs'
import { install, root, site } from './run.mjs'
import { bundleFolders, requireWritable } from './write-access.mjs'

// Paths are relative to the folder in which npm was called.
const called = process.env.INIT_CWD ?? root
const files = process.argv.slice(2).map((file) => toPosix(relative(site, resolve(called, file))))
for (const file of files) if (!existsSync(join(site, file))) fail(translate`${file} does not exist.`)

requireWritable([...bundleFolders(), join(site, 'content')])
await install()
/** @type {typeof import('../authoring/import/images/localise')} */
const { localiseImages } = await loadProgram('localise')
process.chdir(site)
/** @param {number} done @param {number} total */
const onProgress = (done, total) => {
  if (done === total || done % 20 === 0) say(translate`${done} of ${plural(total, 'image')}`)
}
const { changed, failures } = await localiseImages(files, { onProgress }).catch((error) =>
  fail(error.message),
)
for (const { file, images } of changed) say(translate`${file}: ${plural(images, 'image')}`)
for (const { file, line, column, url, reason } of failures)
  console.error(`${file}:${line}:${column}: ${url ? `${url}: ` : ''}${reason}`)
if (failures.length > 0)
  say(translate`${plural(failures.length, 'image')} not downloaded: save them by hand, or remove them.`)
else
  say(
    changed.length > 0
      ? translate`All images are files of the site now.`
      : translate`Found no remote images.`,
  )
process.exitCode = failures.length > 0 ? 1 : 0
