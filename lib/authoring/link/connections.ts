import { join } from 'node:path/posix'
import { contentRoot } from '../../markdown/images/asset'
import type { Connection, Post, Published } from '../../published/types'
import { canonicalPath } from '../../site/aliases'
import { postUrl } from '../../site/routes.mjs'
import type { CompiledByFile } from '../read/shape-documents'
import { pushToList } from './push-to-list'
import { relate } from './relate'

/** The tags and the category of an article count as terms that occur this often in it. */
const tagWeight = 8
const categoryWeight = 2

/** Find the related posts, backlinks and translations of each post. Pages omit those that are not public. */
export function connectPosts({ posts }: Published, compiled: CompiledByFile): Record<string, Connection> {
  const citedBy = findBacklinks(posts, compiled)
  const translations = findTranslations(posts)
  const related = relate(
    posts.map((post) => ({
      slug: post.slug,
      terms: [
        compiled.get(post.file)?.compiled.terms ?? {},
        Object.fromEntries(post.tags.map((tag) => [`#${tag}`, tagWeight])),
        post.category ? { [`category ${post.category}`]: categoryWeight } : {},
      ],
      isOffered: !post.draft && !post.unlisted,
      groups: [
        ...(post.series ? [`series ${post.series}`] : []),
        ...(translations.has(post.slug) ? [`translation ${post.translationOf ?? post.slug}`] : []),
      ],
    })),
  )
  return Object.fromEntries(
    posts.map(({ slug }) => [
      slug,
      {
        related: related.get(slug) ?? [],
        citedBy: citedBy.get(slug) ?? [],
        translations: translations.get(slug) ?? [],
      },
    ]),
  )
}

/** Find the posts that refer to a label of an article, or link to it: slugs by slug, in the order of the posts. */
function findBacklinks(posts: readonly Post[], compiled: CompiledByFile): Map<string, string[]> {
  const slugs = new Set(posts.map(({ slug }) => slug))
  const byPath = new Map(
    posts.flatMap(({ slug, url, aliases }) =>
      [postUrl(slug), ...aliases, url].map((path) => [canonicalPath(path), slug] as const),
    ),
  )
  const urls = new Map(posts.map(({ file, url }) => [file, url]))
  const citedBy = new Map<string, string[]>()
  for (const { slug, file } of posts) {
    const { links = [], openReferences = [] } = compiled.get(file)?.compiled ?? {}
    const targets = new Set([
      ...openReferences.map(({ name }) => name.slice(0, Math.max(0, name.indexOf(':')))),
      ...links.flatMap(({ href, file }) => {
        const url = file === undefined ? '' : (urls.get(join(contentRoot, file)) ?? '')
        return byPath.get(canonicalPath((url + href).replace(/[?#].*$/, ''))) ?? []
      }),
    ])
    for (const target of targets) if (target !== slug && slugs.has(target)) pushToList(citedBy, target, slug)
  }
  return citedBy
}

/** Find the other languages of each post, the original first. `crossCheck` reports errors. */
function findTranslations(posts: readonly Post[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  const slugs = new Set(posts.map(({ slug }) => slug))
  for (const { slug, translationOf } of posts)
    if (translationOf !== undefined && translationOf !== slug && slugs.has(translationOf))
      groups.set(translationOf, [...(groups.get(translationOf) ?? [translationOf]), slug])
  return new Map(
    [...groups.values()].flatMap((all) => all.map((slug) => [slug, all.filter((one) => one !== slug)])),
  )
}
