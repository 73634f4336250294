// npm run new "标题": a post with valid front matter.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fail, say } from './run.mjs'

const title = process.argv.slice(2).join(' ').trim()
if (!title) fail('A title is missing. Use: npm run new "标题"')

const folder = 'content/posts'
const slug = slugify(title)
const file = join(folder, `${slug}.mdx`)
if (existsSync(file)) fail(`${file} exists already. Choose another title, or edit that file.`)

mkdirSync(folder, { recursive: true })
writeFileSync(
  file,
  `---\ntitle: ${quote(title)}\ndate: ${now()}\nsummary:\ncategory:\ntags: []\ndraft: true\n---\n\n`,
)
say(
  `${file} is ready: a draft, seen by \`npm run dev\` at /posts/${slug}. Remove \`draft: true\` to publish it.`,
)

/** A file name from a title: Han characters and letters stay, the rest becomes hyphens. @param {string} text */
function slugify(text) {
  const slug = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return slug.slice(0, 60) || 'untitled'
}

/** YAML's double-quoted style is JSON's. @param {string} text */
function quote(text) {
  return JSON.stringify(text)
}

/** Now, as the site's clock shows it. */
function now() {
  // The setting is read as text: a TypeScript file cannot be imported before anything is installed.
  const timeZone = /timeZone: '([^']+)'/.exec(readFileSync('site.config.ts', 'utf8'))?.[1] ?? 'UTC'
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  return format.format(new Date())
}
