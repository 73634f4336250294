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
import { dateTokens, fillPermalink, hexoSlug, toPath } from './permalinks'
import { markdownDelimiters, readMathConfig } from './read-math-config'

interface Hexo {
  folder: Folder
  config: Readonly<Record<string, unknown>>
  /** The folder of sources: `source`. */
  sources: string
  timeZone: string
  /** Path of the site: `/` or `/blog/`. */
  root: string
  /** Names of installed packages. */
  packages: ReadonlySet<string>
}

/** Read the source of a Hexo site. */
export function readHexo(folder: Folder): Source {
  const hexo = openHexo(folder)
  const { config, sources } = hexo
  const files = folder.files.filter((file) => isMarkdown(file) && file.startsWith(`${sources}/`))
  const notes: string[] = []
  const documents = files.flatMap((file) => {
    const document = readDocument(hexo, file)
    if (typeof document === 'string') notes.push(document)
    return typeof document === 'string' ? [] : [document]
  })
  const posts = documents.filter(({ kind }) => kind === 'post')
  const assetPaths = findAssetPaths(posts)
  const publicPath = (file: string) => {
    const owner = [...parents(file)].find((path) => assetPaths.has(path))
    if (owner !== undefined) return `${assetPaths.get(owner)}/${file.slice(owner.length + 1)}`
    const path = file.slice(sources.length + 1)
    return file.startsWith(`${sources}/`) && !/(?:^|\/)_/.test(path) ? join(hexo.root, path) : undefined
  }
  return {
    system: 'hexo',
    site: {
      ...(toText(config.title) && { title: toText(config.title) as string }),
      ...(toText(config.description) && { description: toText(config.description) as string }),
      ...(toText(config.url) && { url: toText(config.url) as string }),
      timeZone: hexo.timeZone,
    },
    delimiters: readDelimiters(hexo),
    documents,
    lists: listLists(hexo, posts),
    comments: [],
    attachments: listAttachments(folder, publicPath, new Set(files)),
    notes,
  }
}

function openHexo(folder: Folder): Hexo {
  const config = readFirstConfig(folder, ['_config.yml', '_config.yaml', '_config.json'])
  const sources = toText(config.source_dir) ?? 'source'
  if (!folder.files.some((file) => file.startsWith(`${sources}/`)))
    throw new SourceError(
      translate`Found no folder ${join(folder.root, sources)}; expected the folder of a Hexo site, which contains _config.yml and source/. For a folder of Markdown files, use: npm run import markdown ${folder.root}`,
    )
  const { dependencies } = readFirstConfig(folder, ['package.json'])
  const url = toText(config.url)
  const path = url && URL.canParse(url) ? new URL(url).pathname : '/'
  return {
    folder,
    config,
    sources,
    timeZone: knownTimeZone(config.timezone, folder.timeZone),
    root: toPath(toText(config.root) ?? path, '/'),
    packages: new Set(isRecord(dependencies) ? Object.keys(dependencies) : []),
  }
}

/** Renderers and plugins that keep formulas away from Markdown. */
const protecting = [
  'hexo-renderer-pandoc',
  'hexo-renderer-markdown-it-plus',
  'hexo-katex',
  'hexo-renderer-markdown-it-katex',
]

function readDelimiters({ folder, config, packages }: Hexo): MathDelimiters {
  const themeName = toText(config.theme) ?? ''
  const theme = readFirstConfig(folder, [`_config.${themeName}.yml`, `themes/${themeName}/_config.yml`])
  return {
    ...markdownDelimiters,
    ...readMathConfig([config, theme]),
    escapes: !protecting.some((name) => packages.has(name)),
    kramdown: packages.has('hexo-renderer-kramdown'),
  }
}

/** A document, or why a file is none. */
function readDocument(hexo: Hexo, file: string): SourceDocument | string {
  const { folder, config, sources, timeZone } = hexo
  const path = file.slice(sources.length + 1)
  const { fields, body, notes } = readSourceFile(readTextFile(folder, file))
  const [, place, name = ''] = /^(_posts|_drafts)\/(.*)$/.exec(path) ?? []
  if (place === undefined && /(?:^|\/)_/.test(path))
    return translate`${file} is in a folder that Hexo does not publish.`
  const type = toText(fields.type) ?? toText(fields.layout) ?? ''
  if (
    place === undefined &&
    /^(?:tags?|categor(?:y|ies)|archives?|links?|index)$/.test(type) &&
    body.trim() === ''
  )
    return translate`${file} is the page of a list (${type}), which exists here too.`
  const slug = slugOf(place === undefined ? path : name, toText(config.new_post_name))
  const date =
    readSourceDate(fields.date, timeZone) ??
    readSourceDate(/\d{4}-\d{2}-\d{2}/.exec(basename(file))?.[0], timeZone) ??
    fromInstant(changedAt(folder, file), timeZone)
  const updated = readSourceDate(fields.updated ?? fields.lastmod, timeZone)
  const isDraft = place === '_drafts' || fields.published === false || fields.draft === true
  const { title, categories, tags, description, excerpt, summary: abstract, cover, author, ...rest } = fields
  const url = place === undefined ? pageUrl(hexo, path, fields) : postUrl(hexo, slug, date, fields)
  const summary = toText(description) ?? toText(excerpt) ?? toText(abstract)
  const image = toText(cover) ?? toText(fields.thumbnail) ?? toText(fields.index_img)
  return {
    kind: place === undefined ? 'page' : 'post',
    id: path,
    title: toText(title) ?? basename(slug),
    slug: place === undefined ? pageSlug(path) : basename(slug),
    date: date.iso,
    ...(updated && { updated: updated.iso }),
    status: isDraft ? 'draft' : fields.password ? 'password' : 'published',
    ...(toText(author) && { author: toText(author) as string }),
    categories: toTexts(categories ?? fields.category),
    tags: toTexts(tags ?? fields.tag),
    ...(summary && { description: summary }),
    ...(image && { cover: image }),
    format: 'markdown',
    body,
    file,
    urls: url,
    ...(url[0] !== undefined && guidOf(hexo, url[0])),
    fields: rest,
    notes:
      url.length > 0
        ? notes
        : [
            ...notes,
            translate`Its old address is not known: permalink in _config.yml contains a field that the file lacks.`,
          ],
  }
}

/** `:title`: the path below `_posts`, without the date that `new_post_name` puts before it. */
function slugOf(path: string, pattern = ':title.md'): string {
  const slug = path.replace(/\.\w+$/, '')
  return /^:year-:(?:month|i_month)-:(?:day|i_day)-:title/.test(pattern)
    ? slug.replace(/(^|\/)\d{4}-\d{1,2}-\d{1,2}-/, '$1')
    : slug
}

function pageSlug(path: string): string {
  return path.replace(/(?:\/index)?\.\w+$/, '').replaceAll('/', '-')
}

function postUrl(
  hexo: Hexo,
  slug: string,
  date: SourceDate,
  fields: Readonly<Record<string, unknown>>,
): string[] {
  const { config, root } = hexo
  const own = toText(fields.permalink)
  const [category] = toTexts(fields.categories ?? fields.category)
  const values = {
    ...Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, toText(value)])),
    ...dateTokens(date),
    title: slug,
    name: basename(slug),
    post_title: hexoSlug(toText(fields.title) ?? '', 1),
    category: category
      ? categoryPath(hexo, [category])
      : (toText(config.default_category) ?? 'uncategorized'),
    id: toText(fields.id),
    hash: undefined,
  }
  const path = fillPermalink(own ?? toText(config.permalink) ?? ':year/:month/:day/:title/', values)
  return toUrls(toPath(root, path))
}

function pageUrl({ root }: Hexo, path: string, fields: Readonly<Record<string, unknown>>): string[] {
  return toUrls(toPath(root, toText(fields.permalink) ?? path.replace(/\.\w+$/, '.html')))
}

/** The address of a path; none if it contains a token without a value. */
function toUrls(path: string): string[] {
  if (/\/:[a-z_]+/.test(path)) return []
  return [encodeURI(path.replace(/\/index\.html$/, '/')).replace(/[?#]/g, encodeURIComponent)]
}

function guidOf({ config, packages }: Hexo, path = ''): { guid?: string } {
  const url = toText(config.url)
  if (!packages.has('hexo-generator-feed') || !url || !URL.canParse(url)) return {}
  // The feed does not encode these.
  return { guid: new URL(path.replace(/%3F|%23/g, decodeURIComponent), url).href }
}

function categoryPath({ config }: Hexo, names: readonly string[]): string {
  const map = isRecord(config.category_map) ? config.category_map : {}
  return names.map((name) => toText(map[name]) ?? hexoSlug(name, config.filename_case)).join('/')
}

function tagPath({ config }: Hexo, name: string): string {
  const map = isRecord(config.tag_map) ? config.tag_map : {}
  return hexoSlug(toText(map[name]) ?? name, config.filename_case)
}

function listLists(hexo: Hexo, posts: readonly SourceDocument[]): SourceList[] {
  const { config, root, packages } = hexo
  const published = posts.filter(({ status }) => status === 'published')
  const perPage = Number(config.per_page ?? 10)
  const pagePath = toText(config.pagination_dir) ?? 'page'
  const directory = (name: string, byDefault: string) =>
    join(root, toText(config[`${name}_dir`]) ?? byDefault)
  const archive = directory('archive', 'archives')
  const months = [
    ...new Set(published.flatMap(({ date }) => [date.slice(0, 4), date.slice(0, 7).replace('-', '/')])),
  ]
  return [
    toList('index', pagesOf(root, published.length, perPage, pagePath)),
    toList('archive', [
      ...pagesOf(archive, published.length, perPage, pagePath),
      ...months.flatMap((month) => pagesOf(join(archive, month), 0, 0)),
    ]),
    toList('tags', pagesOf(directory('tag', 'tags'), 0, 0)),
    toList('archive', pagesOf(directory('category', 'categories'), 0, 0)),
    ...countNames(published, ({ tags }) => tags).map(([name, count]) =>
      toList(
        'tag',
        pagesOf(join(directory('tag', 'tags'), tagPath(hexo, name)), count, perPage, pagePath),
        name,
      ),
    ),
    ...countNames(published, ({ categories }) => categories).map(([name, count]) =>
      toList('category', categoryPages(hexo, published, name, count, perPage, pagePath), name),
    ),
    ...feedPaths(config, packages).map((path) => toList('feed', [toPath(root, path)])),
  ]
}

/** The pages of a category, which may be below another: `/categories/a/b/`. */
function categoryPages(
  hexo: Hexo,
  posts: readonly SourceDocument[],
  name: string,
  count: number,
  perPage: number,
  pagePath: string,
): string[] {
  const folder = join(hexo.root, toText(hexo.config.category_dir) ?? 'categories')
  const paths = posts.flatMap(({ categories }) => {
    const index = categories.indexOf(name)
    return index < 0 ? [] : [categoryPath(hexo, categories.slice(0, index + 1)), categoryPath(hexo, [name])]
  })
  return [...new Set(paths)].flatMap((path) => pagesOf(join(folder, path), count, perPage, pagePath))
}

function feedPaths(config: Readonly<Record<string, unknown>>, packages: ReadonlySet<string>): string[] {
  const feed = isRecord(config.feed) ? config.feed : {}
  const paths = toTexts(feed.path)
  if (paths.length > 0) return paths
  return packages.has('hexo-generator-feed')
    ? toTexts(feed.type ?? 'atom').map((type) => (type === 'rss2' ? 'rss2.xml' : 'atom.xml'))
    : []
}

/** The public path of each post's asset folder, by that folder. */
function findAssetPaths(posts: readonly SourceDocument[]): ReadonlyMap<string, string> {
  return new Map(
    posts.flatMap(({ file = '', urls: [url = '/'] }) => {
      const path = decodeURI(url)
      return [[file.replace(/\.\w+$/, ''), path.endsWith('/') ? path : dirname(path)] as const]
    }),
  )
}

function* parents(file: string): Generator<string> {
  for (let path = dirname(file); path !== '.' && path !== '/'; path = dirname(path)) yield path
}
