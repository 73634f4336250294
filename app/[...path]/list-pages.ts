import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { getSite } from '@/lib/queries/site'
import type { Language } from '@/lib/site/languages'
import { decodeSlug, matchRoute } from '@/lib/site/routes.mjs'
import { readListPath } from '@/lib/site/site-languages'
import * as archive from '../archive/page'
import * as author from '../authors/[id]/page'
import * as category from '../categories/[category]/page'
import * as error from '../error/page'
import * as gone from '../gone/page'
import type { ListProps } from '../list-props'
import * as missing from '../missing/page'
import * as index from '../page'
import * as numbered from '../page/[number]/page'
import * as allSeries from '../series/page'
import * as subscribeToList from '../subscribe/[kind]/[name]/page'
import * as subscribe from '../subscribe/page'
import * as tag from '../tags/[tag]/page'
import * as tags from '../tags/page'

/** A page of the first language, which is also that of the other languages. Each needs the parameters of its pattern. */
interface ListPage {
  default(props: ListProps<never>): Promise<ReactNode>
  generateMetadata(props: ListProps<never>): Promise<Metadata>
}

/** By their patterns in `lib/site/routes.mjs`. */
const pages: Readonly<Record<string, ListPage>> = {
  '/': index,
  '/page/:number': numbered,
  '/archive': archive,
  '/tags': tags,
  '/tags/:tag': tag,
  '/categories/:category': category,
  '/authors/:id': author,
  '/series': allSeries,
  '/subscribe': subscribe,
  '/subscribe/:kind/:name': subscribeToList,
  '/missing': missing,
  '/gone': gone,
  '/error': error,
}

/** The list at a path of a language after the first, such as `/en/archive`, with what its page receives. */
export async function findListPage(
  path: readonly string[],
): Promise<{ page: ListPage; props: ListProps<never> } | undefined> {
  // A segment may contain an encoded slash.
  const url = path.map((segment) => encodeURIComponent(decodeSlug(segment))).join('/')
  const list = readListPath(await getSite(), `/${url}`)
  const { route, params } = (list && matchRoute(list.path)) ?? {}
  const page = route && pages[route.pattern]
  if (!list || !page) return undefined
  const all: { language: Language } = { ...params, language: list.language }
  return { page, props: { params: Promise.resolve(all as never) } }
}
