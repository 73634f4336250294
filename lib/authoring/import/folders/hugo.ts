import { basename, dirname, join } from 'node:path/posix'
import { translate } from '../../../site/messages/translate.mjs'
import { isRecord } from '../../front-matter/is-record'
import type { MathDelimiters, Source, SourceDocument, SourceList } from '../source'
import { SourceError } from '../source-error'
import { listAttachments } from './attachments'
import { fromInstant, knownTimeZone, readSourceDate, type SourceDate } from './dates'
import { changedAt, type Folder, isMarkdown, readFirstConfig, readTextFile } from './folder'
import { readSourceFile, toText, toTexts } from './front-matter'
import { countNames, pagesOf, toList } from './lists'
import { dateTokens, fillPermalink, hugoSlug, toPath } from './permalinks'
import { markdownDelimiters, readMathConfig } from './read-math-config'

type Config = Readonly<Record<string, unknown>>

interface Hugo {
  folder: Folder
  config: Config
  /** The folder of sources: `content`. */
  content: string
  timeZone: string
  /** Path of the site: `/` or `/blog/`. */
  root: string
}

const names = ['hugo', 'config', 'config/_default/hugo', 'config/_default/config']
const configNames = names.flatMap((name) => ['toml', 'yaml', 'yml', 'json'].map((type) => `${name}.${type}`))

/** Read the source of a Hugo site. */
export function readHugo(folder: Folder): Source {
  const hugo = openHugo(folder)
  const { config, content } = hugo
  const files = folder.files.filter((file) => isMarkdown(file) && file.startsWith(`${content}/`))
  const lists = files.filter((file) => /^_index\./.test(basename(file)))
  const documents = files.filter((file) => !lists.includes(file)).map((file) => readDocument(hugo, file))
  const bundles = new Map(
    documents.flatMap(({ file = '', urls: [url = '/'] }) =>
      /^index\./.test(basename(file)) ? [[dirname(file), decodeURI(url)] as const] : [],
    ),
  )
  const publicPath = (file: string) => {
    if (file.startsWith('static/')) return join(hugo.root, file.slice('static/'.length))
    const bundle = [...bundles.keys()].find((path) => file.startsWith(`${path}/`))
    if (bundle !== undefined) return join(bundles.get(bundle) ?? '/', file.slice(bundle.length + 1))
    return file.startsWith(`${content}/`) ? join(hugo.root, file.slice(content.length + 1)) : undefined
  }
  return {
    system: 'hugo',
    site: {
      ...(toText(config.title) && { title: toText(config.title) as string }),
      ...(toText(setting(config, 'baseURL')) && { url: toText(setting(config, 'baseURL')) as string }),
      timeZone: hugo.timeZone,
    },
    delimiters: readDelimiters(config),
    documents,
    lists: listLists(
      hugo,
      documents.filter(({ kind }) => kind === 'post'),
    ),
    comments: [],
    attachments: listAttachments(folder, publicPath, new Set(files)),
    notes: lists.map((file) => translate`${file} describes a list, which has no text of its own here.`),
  }
}

/** A setting, whose name has any case. */
function setting(config: Config, name: string): unknown {
  const key = Object.keys(config).find((key) => key.toLowerCase() === name.toLowerCase())
  return key === undefined ? undefined : config[key]
}

function openHugo(folder: Folder): Hugo {
  const config = readFirstConfig(folder, configNames)
  const content = toText(setting(config, 'contentDir')) ?? 'content'
  if (!folder.files.some((file) => file.startsWith(`${content}/`)))
    throw new SourceError(
      translate`Found no folder ${join(folder.root, content)}; expected the folder of a Hugo site, which contains hugo.toml and content/. For a folder of Markdown files, use: npm run import markdown ${folder.root}`,
    )
  const url = toText(setting(config, 'baseURL'))
  return {
    folder,
    config,
    content,
    timeZone: knownTimeZone(setting(config, 'timeZone'), folder.timeZone),
    root: toPath(url && URL.canParse(url) ? new URL(url).pathname : '/', '/'),
  }
}

/** The delimiters of the passthrough extension; without it, Goldmark removes backslashes before MathJax runs. */
function readDelimiters(config: Config): MathDelimiters {
  const own = readMathConfig([config])
  const path = ['markup', 'goldmark', 'extensions', 'passthrough']
  const passthrough = path.reduce<unknown>(
    (value, name) => (isRecord(value) ? setting(value, name) : undefined),
    config,
  )
  if (!isRecord(passthrough) || passthrough.enable !== true)
    return { ...markdownDelimiters, ...own, escapes: true }
  const { block, inline } = isRecord(passthrough.delimiters) ? passthrough.delimiters : {}
  return {
    ...markdownDelimiters,
    ...own,
    ...(Array.isArray(inline) && { inline: inline as [string, string][] }),
    ...(Array.isArray(block) && { display: block as [string, string][] }),
    escapes: false,
  }
}

function readDocument(hugo: Hugo, file: string): SourceDocument {
  const { folder, content, timeZone } = hugo
  const path = file.slice(content.length + 1)
  const { fields: written, body, notes } = readSourceFile(readTextFile(folder, file))
  const fields = Object.fromEntries(Object.entries(written).map(([key, value]) => [key.toLowerCase(), value]))
  const bundle = path.replace(/(?:\/index)?(?:\.[a-z]{2}(?:-\w+)?)?\.\w+$/, '')
  const name = basename(bundle)
  const dated = /^(\d{4}-\d{2}-\d{2})-/.exec(name)?.[1]
  const date =
    readSourceDate(fields.date ?? fields.publishdate ?? dated, timeZone) ??
    fromInstant(changedAt(folder, file), timeZone)
  const updated = readSourceDate(fields.lastmod ?? fields.updated, timeZone)
  const { title, categories, tags, description, summary, draft, author, slug, ...rest } = fields
  const urls = urlsOf(hugo, bundle, date, fields)
  const text = toText(description) ?? toText(summary)
  const cover = isRecord(fields.cover)
    ? toText(fields.cover.image)
    : (toText(fields.cover) ?? toText(fields.image))
  return {
    kind: bundle.includes('/') ? 'post' : 'page',
    id: path,
    title: toText(title) ?? name,
    slug: toText(slug) ?? name,
    date: date.iso,
    ...(updated && { updated: updated.iso }),
    status: draft === true || String(draft) === 'true' ? 'draft' : 'published',
    ...(toTexts(author ?? fields.authors)[0] && { author: toTexts(author ?? fields.authors)[0] as string }),
    categories: toTexts(categories),
    tags: toTexts(tags),
    ...(text && { description: text }),
    ...(cover && { cover }),
    format: 'markdown',
    body,
    file,
    urls,
    guid: guidOf(hugo, urls[0] ?? '/'),
    fields: rest,
    notes: /\.[a-z]{2}(?:-\w+)?\.\w+$/.test(path)
      ? [...notes, translate`This is a translation; set lang and translationOf.`]
      : notes,
  }
}

/** Hugo's own feed template has the permalink as guid. */
function guidOf({ config }: Hugo, path: string): string {
  const url = toText(setting(config, 'baseURL'))
  return url && URL.canParse(url) ? new URL(path, url).href : path
}

function urlsOf(hugo: Hugo, bundle: string, date: SourceDate, fields: Config): string[] {
  const { config, root } = hugo
  const aliases = toTexts(fields.aliases).map((alias) =>
    encodeURI(toPath(root, alias.startsWith('/') ? alias : join(dirname(bundle), alias))),
  )
  const own = toText(fields.url)
  const [section = ''] = bundle.includes('/') ? bundle.split('/') : ['']
  const permalinks = setting(config, 'permalinks')
  const pages = isRecord(permalinks) && isRecord(permalinks.page) ? permalinks.page : permalinks
  const pattern = isRecord(pages) ? toText(pages[section]) : undefined
  const name = basename(bundle)
  const slug = toText(fields.slug)
  const values = {
    ...dateTokens(date),
    section,
    sections: dirname(bundle),
    title: hugoSlug(toText(fields.title) ?? name),
    slug: hugoSlug(slug ?? toText(fields.title) ?? name),
    slugorfilename: hugoSlug(slug ?? name),
    slugorcontentbasename: hugoSlug(slug ?? name),
    filename: hugoSlug(name),
    contentbasename: hugoSlug(name),
  }
  const plain = join(dirname(bundle), slug ?? name)
  const path = own ?? (pattern ? fillPermalink(pattern, values) : hugoSlug(plain))
  const isUgly = setting(config, 'uglyURLs') === true && own === undefined
  const url = encodeURI(
    toPath(root, isUgly ? `${path.replace(/\/$/, '')}.html` : path, own || isUgly ? '' : '/'),
  )
  return [url, ...aliases]
}

function listLists(hugo: Hugo, posts: readonly SourceDocument[]): SourceList[] {
  const { config, root } = hugo
  const published = posts.filter(({ status }) => status === 'published')
  const pagination = setting(config, 'pagination')
  const perPage = Number(
    setting(config, 'paginate') ??
      (isRecord(pagination) ? setting(pagination, 'pagerSize') : undefined) ??
      10,
  )
  const taxonomy = (kind: 'tag' | 'category', folder: string, name: string, count: number) => {
    const path = join(root, folder, hugoSlug(name))
    return [
      toList(kind, pagesOf(path, count, perPage), name),
      toList('feed', [encodeURI(toPath(path, 'index.xml'))], name),
    ]
  }
  const sections = [...new Set(posts.map(({ id }) => id.split('/', 1)[0] ?? ''))]
  return [
    toList('index', pagesOf(root, published.length, perPage)),
    ...sections.map((section) => toList('archive', pagesOf(join(root, section), published.length, perPage))),
    toList('tags', pagesOf(join(root, 'tags'), 0, 0)),
    toList('archive', pagesOf(join(root, 'categories'), 0, 0)),
    ...countNames(published, ({ tags }) => tags).flatMap(([name, count]) =>
      taxonomy('tag', 'tags', name, count),
    ),
    ...countNames(published, ({ categories }) => categories).flatMap(([name, count]) =>
      taxonomy('category', 'categories', name, count),
    ),
    toList(
      'feed',
      ['index.xml', ...sections.map((section) => `${section}/index.xml`)].map((path) =>
        encodeURI(toPath(root, path)),
      ),
    ),
  ]
}
