/** A comma ends a tag where Next lists them. */
const name = (slug: string) => slug.replaceAll(',', '%2C')

/** The tags that carry freshness, written once. What changes with them is told by `changedTags`. */
export const tags = {
  /** Everything. */
  content: 'content',
  /** Whatever shows more than one document: index pages, archive, series, tags, feed, sitemap, old addresses. */
  lists: 'lists',
  /** One article, with what is shown around it. */
  post: (slug: string) => `post:${name(slug)}`,
  /** One page. */
  page: (slug: string) => `page:${name(slug)}`,
} as const
