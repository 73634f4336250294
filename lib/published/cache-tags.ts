/** Next separates the tags of a list by commas. */
const name = (slug: string) => slug.replaceAll(',', '%2C')

/** All cache tags. `changedTags` computes which of them a publication expires. */
export const tags = {
  /** Every cached entry. */
  content: 'content',
  /** Entries that depend on more than one document: index pages, archive, series, tags, feeds, sitemap, aliases. */
  lists: 'lists',
  /** One article, with the related posts on its page. */
  post: (slug: string) => `post:${name(slug)}`,
  /** One page. */
  page: (slug: string) => `page:${name(slug)}`,
} as const
