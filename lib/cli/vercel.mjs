// Additional steps of a build for Vercel (docs/deploying.md).
// JavaScript, because it runs before packages are installed.
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { siteFolder } from '../site/folders.mjs'

/**
 * Deploy the images and other files of articles as static files. A function that serves them would contain all of them, and a function
 * cannot be larger than 250 MB.
 */
export function copyImagesToPublic() {
  rmSync('public/media', { recursive: true, force: true })
  const media = join(siteFolder(), '.lemma/media')
  if (existsSync(media)) cpSync(media, 'public/media', { recursive: true })
}

/** Files of `site/public` that a route of ours sends (`replaceableFiles` in `lib/published/site-files.ts`). */
const sentByRoutes = ['icon.svg', 'favicon.ico', 'card.png']

/** Deploy the files of `site/public` and the site's style sheet as static files. */
export function copySiteFilesToPublic() {
  const published = join(siteFolder(), '.lemma')
  /** @type {import('../published/types').PublishedState} */
  const { files } = JSON.parse(readFileSync(join(published, 'state.json'), 'utf8'))
  for (const [path, target] of Object.entries(files))
    if (!sentByRoutes.includes(path)) cpSync(join(published, target), join('public', path))
}
