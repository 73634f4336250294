// What the commands do, for --help. JavaScript, because it runs before packages are installed.
import { basename } from 'node:path'
import { translate } from '../site/messages/translate.mjs'

/**
 * @typedef {object} Help
 * @property {string} usage
 * @property {string} purpose
 * @property {Readonly<Record<string, string>>} [options] what each of its own options does
 */

/** Functions, because their texts depend on the language, which a command chooses when it starts. @type {Readonly<Record<string, () => Help>>} */
const commands = {
  start: () => ({
    usage: 'npm start',
    purpose: translate`Serve the site, and publish changes of its files. Installs packages and builds before, if necessary. The variable PORT sets the port.`,
  }),
  dev: () => ({
    usage: 'npm run dev',
    purpose: translate`Show the site while you write, drafts included. Pages show the problems of their files, and reload when you save.`,
  }),
  build: () => ({
    usage: 'npm run build',
    purpose: translate`Compile the content and build the site, for a host that serves it. Stops at any problem of the content.`,
  }),
  content: () => ({
    usage: 'npm run content',
    purpose: translate`Compile the content without building the site.`,
  }),
  lint: () => ({
    usage: 'npm run lint:content -- [files] [--json] [--fix]',
    purpose: translate`Report the problems of all content, drafts included, or of some files, with what to write instead. Publishes nothing.`,
    options: {
      '--json': translate`print the problems as JSON`,
      '--fix': translate`correct the problems that have one safe correction`,
    },
  }),
  new: () => ({ usage: 'npm run new "Title"', purpose: translate`Create a draft in content/posts.` }),
  cite: () => ({
    usage: 'npm run cite <DOI, arXiv> …',
    purpose: translate`Add works to content/references.bib, by their DOI or arXiv number.`,
  }),
  preview: () => ({
    usage: 'npm run preview -- <slug> [--hours 24]',
    purpose: translate`Print a link with which others can read a scheduled post.`,
    options: { '--hours <number>': translate`how long the link is valid` },
  }),
  announce: () => ({
    usage: 'npm run announce',
    purpose: translate`Notify search engines and the WebSub hub of what changed since the last time, for a site without npm start.`,
  }),
  doctor: () => ({
    usage: 'npm run doctor',
    purpose: translate`Check the machine, the site and the services that it uses, and say what to do about each fault.`,
  }),
  import: () => ({
    usage: 'npm run import -- <system> <location> [--uploads <folder>] [--hash-emails] [--dry-run]',
    purpose: translate`Import a site of typecho, wordpress, hexo, hugo, jekyll, obsidian or markdown (docs/moving.md). Files that you edited are kept.`,
    options: {
      '--uploads <folder>': translate`copy of the uploads of the old site`,
      '--hash-emails': translate`write hashes of the e-mail addresses of readers`,
      '--dry-run': translate`only write the report`,
    },
  }),
  localise: () => ({
    usage: 'npm run localise [files]',
    purpose: translate`Download the remote images of all articles, or of some files, and change their links.`,
  }),
  init: () => ({
    usage: 'npm run init -- [folder] [--yes]',
    purpose: translate`Create a site in a new folder, or in place of the sample. Asks for what the options do not say.`,
    options: {
      '--name <text>': translate`name of the site`,
      '--url <URL>': translate`its URL`,
      '--language <language>': translate`its language: zh-CN, zh-TW, en or ja`,
      '--author <text>': translate`your name, as readers see it`,
      '--licence <licence>': translate`licence of your posts`,
      '--time-zone <zone>': translate`time zone of dates, such as Asia/Shanghai`,
      '--yes': translate`replace the sample without asking`,
    },
  }),
  backup: () => ({
    usage: 'npm run backup -- [--output <archive>]',
    purpose: translate`Write the files of the site and its state into a .tar.gz archive, also while it is served (docs/backup.md).`,
    options: { '--output <archive>': translate`the archive, or an existing folder for it` },
  }),
  restore: () => ({
    usage: 'npm run restore -- <archive> [folder] [--force]',
    purpose: translate`Verify a backup and restore its site to a new folder, or in place of the site that is chosen with --site.`,
    options: { '--force': translate`restore into a folder that is not empty; replaced files are kept` },
  }),
  upgrade: () => ({
    usage: 'npm run upgrade -- [version] [--from <source>] [--dry-run] [--force]',
    purpose: translate`Replace the engine in your repository by a newer version. Your content, settings and components do not change.`,
    options: {
      '--from <source>': translate`repository of the engine: a remote, a URL or a path`,
      '--dry-run': translate`only print what would change`,
      '--force': translate`replace files of the engine that you have modified`,
    },
  }),
  test: () => ({
    usage: 'npm test',
    purpose: translate`Check the site: content, types, build, and every page in a browser.`,
  }),
}

/** The command that runs, `lint` for `lib/cli/lint.mjs`. */
function currentCommand() {
  const name = basename(process.argv[1] ?? '', '.mjs')
  return Object.hasOwn(commands, name) ? commands[name]?.() : undefined
}

/** How the command that runs is used: `Use: npm run new "Title"`; empty for one without help. */
export function usage() {
  const command = currentCommand()
  return command ? translate`Use: ${command.usage}` : ''
}

/** The text of --help; undefined for a command without help, and if the option is not given. */
export function requestedHelp() {
  const command = currentCommand()
  return command && process.argv.slice(2).includes('--help') ? format(command) : undefined
}

/** @param {Help} command */
function format({ usage, purpose, options = {} }) {
  const all = {
    ...options,
    '--site <folder>': translate`folder of the site (docs/start.md)`,
    '--lang <language>': translate`language of messages: en or zh-CN`,
  }
  const width = Math.max(...Object.keys(all).map(({ length }) => length))
  const lines = Object.entries(all).map(([option, text]) => `  ${option.padEnd(width)}  ${text}`)
  return [usage, '', purpose, '', ...lines].join('\n')
}
