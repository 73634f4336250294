import { toIsoDate } from '../dates'
import type { SourceList } from '../source'
import type { Outline } from './documents'
import { directoryOf, type Meta, type TypechoSite } from './site'

/** Every list of the old site that has URLs: categories, tags, archives, numbered pages, feeds. */
export function lists(site: TypechoSite, outlines: readonly Outline[]): SourceList[] {
  const published = outlines.filter(({ kind, isPublished }) => kind === 'post' && isPublished)
  const pageSize = Number(site.options.get('pageSize')) || 5
  const { routes } = site
  return [
    { kind: 'index', urls: routes.urls('/') },
    ...numbers(published.length, pageSize).map(
      (page): SourceList => ({ kind: 'index', urls: routes.urls(routes.path('index_page', { page })) }),
    ),
    { kind: 'archive', urls: archivePaths(site, published).flatMap((path) => routes.urls(path)) },
    ...[...site.metas.values()].flatMap((meta) => listsOf(meta, site, published, pageSize)),
    { kind: 'feed', urls: feedUrls(site) },
  ]
}

/** The numbered pages after the first. */
function numbers(posts: number, pageSize: number): number[] {
  return Array.from({ length: Math.max(0, Math.ceil(posts / pageSize) - 1) }, (_, index) => index + 2)
}

function archivePaths(
  { routes, options, offset, authors }: TypechoSite,
  posts: readonly Outline[],
): string[] {
  const paths = new Set<string>()
  for (const { time } of posts) {
    const [year = '', month = '', day = ''] = toIsoDate(time, offset).slice(0, 10).split('-')
    paths.add(routes.path('archive_year', { year }))
    paths.add(routes.path('archive_month', { year, month }))
    paths.add(routes.path('archive_day', { year, month, day }))
  }
  for (const uid of authors.keys()) paths.add(routes.path('author', { uid }))
  if (Number(options.get('frontArchive')) > 0) paths.add(routes.path('archive', {}))
  return [...paths]
}

/** The list of a category or tag, and its feeds. */
function listsOf(meta: Meta, site: TypechoSite, posts: readonly Outline[], pageSize: number): SourceList[] {
  const { routes, metas, metasOf } = site
  const { kind, name } = meta
  const values = { mid: meta.id, slug: meta.slug, directory: directoryOf(meta, metas) }
  const path = routes.path(kind, values)
  const count = posts.filter(({ id }) => metasOf.get(id)?.includes(meta)).length
  const pages = numbers(count, pageSize).map((page) => routes.path(`${kind}_page`, { ...values, page }))
  return [
    { kind, name, urls: [path, ...pages].flatMap((each) => routes.urls(each)) },
    {
      kind: 'feed',
      name,
      urls: ['', '/rss', '/atom'].flatMap((format) =>
        routes.urls(routes.path('feed', { feed: `${format}${path}` })),
      ),
    },
  ]
}

function feedUrls({ routes }: TypechoSite): string[] {
  const feeds = ['/', '/rss/', '/atom/', '/comments/', '/rss/comments/', '/atom/comments/']
  return feeds.flatMap((feed) => routes.urls(routes.path('feed', { feed })))
}
