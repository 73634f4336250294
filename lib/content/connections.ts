import type { CompiledByFile } from './generated'
import { relate } from './relate'
import type { Connection, Post, Published } from './types'
import { decodeSlug } from './urls'

/** How often its tags and its category are said to stand in an article. */
const tagCount = 8
const categoryCount = 2

/** Find for each post those that are like it, those that refer to it, and its translations. Whoever shows them hides. */
export function connectPosts({ posts }: Published, compiled: CompiledByFile): Record<string, Connection> {
  const citedBy = findBacklinks(posts, compiled)
  const translations = findTranslations(posts)
  const related = relate(
    posts.map((post) => ({
      slug: post.slug,
      terms: [
        compiled.get(post.file)?.compiled.terms ?? {},
        Object.fromEntries(post.tags.map((tag) => [`#${tag}`, tagCount])),
        post.category ? { [`category ${post.category}`]: categoryCount } : {},
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

/** Who refers to a label of an article, or links to it: slugs by slug, in the order of the posts. */
function findBacklinks(posts: readonly Post[], compiled: CompiledByFile): Map<string, string[]> {
  const slugs = new Set(posts.map(({ slug }) => slug))
  const byAlias = new Map(posts.flatMap((post) => post.aliases.map((alias) => [alias, post.slug] as const)))
  const citedBy = new Map<string, string[]>()
  for (const { slug, file } of posts) {
    const { links = [], openReferences = [] } = compiled.get(file)?.compiled ?? {}
    const targets = new Set([
      ...openReferences.map(({ name }) => name.slice(0, Math.max(0, name.indexOf(':')))),
      ...links.flatMap(({ href }) => {
        const path = href.replace(/[?#].*$/, '').replace(/(?<=.)\/$/, '')
        return byAlias.get(path) ?? /^\/posts\/([^/]+)$/.exec(decodeSlug(path))?.[1] ?? []
      }),
    ])
    for (const target of targets)
      if (target !== slug && slugs.has(target)) citedBy.set(target, [...(citedBy.get(target) ?? []), slug])
  }
  return citedBy
}

/** An original and its translations: of each the others, the original first. Mistakes are told by `crossCheck`. */
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
