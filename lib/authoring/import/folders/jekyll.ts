import { basename, dirname, join } from 'node:path/posix'
import { translate } from '../../../site/messages/translate.mjs'
import type { MathDelimiters, Source, SourceDocument, SourceList } from '../source'
import { SourceError } from '../source-error'
import { listAttachments } from './attachments'
import { fromInstant, knownTimeZone, readSourceDate, type SourceDate } from './dates'
import { changedAt, type Folder, isMarkdown, readFirstConfig, readTextFile } from './folder'
import { readSourceFile, toText, toTexts } from './front-matter'
import { pagesOf, toList } from './lists'
import { dateTokens, fillPermalink, jekyllSlug, toPath } from './permalinks'
import { markdownDelimiters, readMathConfig } from './read-math-config'

type Config = Readonly<Record<string, unknown>>

interface Jekyll {
  folder: Folder
  config: Config
  timeZone: string
  /** Path of the site: empty or `/blog`. */
  root: string
}

/** Jekyll's named permalink styles. */
const styles: Readonly<Record<string, string>> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  weekdate: '/:categories/:year/W:week/:short_day/:title:output_ext',
  none: '/:categories/:title:output_ext',
}

/** Files of a repository that are no pages. */
const notPages = /^(?:readme|license|licence|contributing|changelog|code_of_conduct|404)\.\w+$/i

/** Read the source of a Jekyll site. */
export function readJekyll(folder: Folder): Source {
  const jekyll = openJekyll(folder)
  const { config } = jekyll
  const posts = folder.files.filter((file) => isMarkdown(file) && /(?:^|\/)_(?:posts|drafts)\//.test(file))
  if (posts.length === 0)
    throw new SourceError(
      translate`Found no posts in ${join(folder.root, '_posts')}; expected the folder of a Jekyll site, which contains _config.yml and _posts/. For a folder of Markdown files, use: npm run import markdown ${folder.root}`,
    )
  const pages = folder.files.filter((file) => isMarkdown(file) && isPage(jekyll, file))
  const documents = [...posts, ...pages].map((file) => readDocument(jekyll, file))
  const publicPath = (file: string) =>
    /(?:^|\/)_|^(?:Gemfile|Rakefile)|\.(?:gemspec|rb|html|scss|sass)$/.test(file)
      ? undefined
      : join('/', jekyll.root, file)
  return {
    system: 'jekyll',
    site: {
      ...(toText(config.title) && { title: toText(config.title) as string }),
      ...(toText(config.description) && { description: toText(config.description) as string }),
      ...(toText(config.url) && { url: toText(config.url) as string }),
      timeZone: jekyll.timeZone,
    },
    delimiters: readDelimiters(config),
    documents,
    lists: listLists(jekyll, documents),
    comments: [],
    attachments: listAttachments(folder, publicPath, new Set([...posts, ...pages])),
    notes: [],
  }
}

function openJekyll(folder: Folder): Jekyll {
  const config = readFirstConfig(folder, ['_config.yml', '_config.yaml', '_config.toml'])
  return {
    folder,
    config,
    timeZone: knownTimeZone(config.timezone, folder.timeZone),
    root: toText(config.baseurl) ?? '',
  }
}

function readDelimiters(config: Config): MathDelimiters {
  const isKramdown = (toText(config.markdown) ?? 'kramdown').toLowerCase() === 'kramdown'
  return { ...markdownDelimiters, ...readMathConfig([config]), escapes: true, kramdown: isKramdown }
}

/** Jekyll publishes the files that have front matter. */
function isPage({ folder }: Jekyll, file: string): boolean {
  if (/(?:^|\/)_/.test(file) || notPages.test(basename(file))) return false
  return readTextFile(folder, file).startsWith('---')
}

function readDocument(jekyll: Jekyll, file: string): SourceDocument {
  const { folder, timeZone } = jekyll
  const { fields, body, notes } = readSourceFile(readTextFile(folder, file))
  const [, place, rest = ''] = /(?:^|\/)_(posts|drafts)\/(.*)$/.exec(file) ?? []
  const [, day, dated] = /^(\d{2,4}-\d{1,2}-\d{1,2})-(.*)$/.exec(basename(rest)) ?? []
  const name = (dated ?? (place ? basename(rest) : file)).replace(/\.\w+$/, '')
  const date =
    readSourceDate(fields.date, timeZone) ??
    readSourceDate(day, timeZone) ??
    fromInstant(changedAt(folder, file), timeZone)
  const updated = readSourceDate(fields.last_modified_at ?? fields.updated ?? fields.lastmod, timeZone)
  const { title, categories, category, tags, tag, description, excerpt, published, author, ...others } =
    fields
  // The folders above `_posts` are categories. A text is divided at spaces.
  const above = place
    ? dirname(file)
        .replace(/(?:^|\/)_(?:posts|drafts).*$/, '')
        .split('/')
        .filter(Boolean)
    : []
  const own = [...above, ...divide(categories), ...toTexts(category)]
  const text = toText(description) ?? toText(excerpt)
  const image = toText(fields.image) ?? toText(fields.cover)
  const urls = place ? postUrls(jekyll, name, date, fields, own) : pageUrls(jekyll, file, fields)
  return {
    kind: place ? 'post' : 'page',
    id: file,
    title: toText(title) ?? titleOf(name),
    slug: place ? (toText(fields.slug) ?? name) : file.replace(/(?:\/index)?\.\w+$/, '').replaceAll('/', '-'),
    date: date.iso,
    ...(updated && { updated: updated.iso }),
    status: place === 'drafts' || published === false || fields.draft === true ? 'draft' : 'published',
    ...(toTexts(author)[0] && { author: toTexts(author)[0] as string }),
    categories: [...new Set(own)],
    tags: [...divide(tags), ...toTexts(tag)],
    ...(text && { description: text }),
    ...(image && { cover: image }),
    format: 'markdown',
    body,
    file,
    urls,
    ...guidOf(jekyll, urls[0]),
    fields: others,
    notes,
  }
}

function divide(value: unknown): string[] {
  return typeof value === 'string' ? value.split(/\s*,\s*|\s+/).filter(Boolean) : toTexts(value)
}

function titleOf(name: string): string {
  const words = name.replace(/-/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function postUrls(
  jekyll: Jekyll,
  name: string,
  date: SourceDate,
  fields: Config,
  categories: readonly string[],
): string[] {
  const style = toText(fields.permalink) ?? toText(jekyll.config.permalink) ?? 'date'
  const pattern = Object.hasOwn(styles, style) ? (styles[style] as string) : style
  const slug = toText(fields.slug) ?? name
  const values = {
    ...dateTokens(date),
    categories: categories.map((category) => category.toLowerCase().replace(/\s+/g, '-')).join('/'),
    title: slug,
    slug: jekyllSlug(slug),
    output_ext: '.html',
  }
  return withVariants(toPath(jekyll.root, fillPermalink(pattern, values)))
}

function pageUrls(jekyll: Jekyll, file: string, fields: Config): string[] {
  const style = toText(jekyll.config.permalink) ?? 'date'
  const own = toText(fields.permalink)
  const plain = file.replace(/\.\w+$/, '')
  const byDefault =
    basename(plain) === 'index'
      ? `${dirname(plain)}/`.replace(/^\.\//, '/')
      : style === 'pretty'
        ? `${plain}/`
        : `${plain}.html`
  return withVariants(toPath(jekyll.root, own ?? byDefault))
}

/** GitHub Pages serves a file also without `.html`. */
function withVariants(path: string): string[] {
  const url = encodeURI(path)
  if (url.endsWith('.html')) return [url, url.replace(/\.html$/, '')]
  return url.endsWith('/') ? [url] : [url, `${url}.html`]
}

/** jekyll-feed's id of an entry: the URL of the post without an extension. */
function guidOf({ config }: Jekyll, path = ''): { guid?: string } {
  const url = toText(config.url)
  if (!toTexts(config.plugins).includes('jekyll-feed') || !url || !URL.canParse(url)) return {}
  return { guid: new URL(path.replace(/\.html$/, ''), url).href }
}

function listLists({ config, root }: Jekyll, documents: readonly SourceDocument[]): SourceList[] {
  const posts = documents.filter(({ kind, status }) => kind === 'post' && status === 'published')
  const perPage = Number(config.paginate ?? 0)
  const pattern = toText(config.paginate_path) ?? '/page:num/'
  const pages = perPage > 0 ? Math.ceil(posts.length / perPage) : 1
  const more = Array.from({ length: Math.max(0, pages - 1) }, (_, index) =>
    toPath(root, pattern.replace(':num', String(index + 2))),
  )
  return [
    toList('index', [...pagesOf(`${root}/`, 0, 0), ...more]),
    toList('feed', [toPath(root, 'feed.xml')]),
  ]
}
