import { site } from '../site.config'

/** A post as the surfaces below show it. */
export interface SamplePost {
  slug: string
  title: string
  tag: string
  category: string
  /** Slug of its series. */
  series?: string
  /** Anchor of an equation in it. */
  anchor?: string
}

/** A place where readers or machines find posts. */
export interface Surface {
  name: string
  /** Where it is asked for; undefined where it would not show the post. */
  address(post: SamplePost): string | undefined
  /** What of the post it shows. */
  shows(post: SamplePost): string
  /** It is the post itself in some form: what it answers once the post is deleted. */
  gone?: 404 | 410
}

const title = (post: SamplePost) => post.title
const path = ({ slug }: SamplePost) => `/posts/${slug}`

/** Forms of a post: there while it is to be read. */
const forms: Surface[] = [
  { name: 'its page', address: path, shows: title, gone: 410 },
  { name: 'its Markdown', address: (post) => `${path(post)}.md`, shows: title, gone: 410 },
  { name: 'its card', address: (post) => `${path(post)}.png`, shows: () => 'PNG', gone: 410 },
  ...['bib', 'ris', 'json'].map(
    (format): Surface => ({
      name: `its citation as .${format}`,
      address: (post) => `${path(post)}.${format}`,
      shows: title,
      gone: 410,
    }),
  ),
  {
    name: 'the citation of its equation',
    address: (post) => post.anchor && `${path(post)}.ris?of=${post.anchor}`,
    shows: ({ anchor }) => `#${anchor}`,
    gone: 410,
  },
  {
    name: 'its JSON-LD',
    address: path,
    shows: (post) => `"headline":${JSON.stringify(post.title)}`,
    gone: 410,
  },
  {
    name: 'its tags for scholars',
    address: path,
    shows: (post) => `"citation_title" content="${post.title}"`,
    gone: 410,
  },
  {
    name: 'the preview of a link to it',
    address: ({ slug }) => `/previews/${slug}`,
    shows: title,
    gone: 404,
  },
  {
    name: 'the preview of its equation',
    address: ({ slug, anchor }) => anchor && `/previews/${slug}/${anchor}`,
    shows: () => 'annotation',
    gone: 404,
  },
]

/** Lists: there whatever they show, but for those of a tag or a category that has no other post. */
const lists: Surface[] = [
  { name: 'the front page', address: () => '/', shows: title },
  { name: 'the archive', address: () => '/archive', shows: title },
  { name: 'the list of tags', address: () => '/tags', shows: ({ tag }) => tag },
  { name: 'its tag', address: ({ tag }) => `/tags/${tag}`, shows: title },
  { name: 'its category', address: ({ category }) => `/categories/${category}`, shows: title },
  { name: 'its series', address: ({ series }) => series && `/series/${series}`, shows: title },
  { name: 'its author', address: () => `/authors/${site.author}`, shows: title },
  { name: 'the page of the feeds', address: () => '/subscribe', shows: title },
  { name: 'the sitemap', address: () => '/sitemaps/1.xml', shows: (post) => `${path(post)}<` },
  { name: 'llms.txt', address: () => '/llms.txt', shows: title },
  { name: 'the search page', address: (post) => `/search?q=${post.title}`, shows: path },
  { name: 'search as one types', address: (post) => `/api/search?q=${post.title}`, shows: path },
]

/** The feeds of these lists, in each format and with its formulas in both ways. */
const feeds = lists
  .filter(({ name }) =>
    ['the front page', 'its tag', 'its category', 'its series', 'its author'].includes(name),
  )
  .flatMap(({ name, address }): Surface[] =>
    ['feed.xml', 'atom.xml', 'feed.json', 'feed.xml?math=svg'].map((file) => ({
      name: `${file} of ${name}`,
      address: (post) => address(post) && `${address(post)?.replace(/^\/$/, '')}/${file}`,
      shows: title,
    })),
  )

/**
 * Every place where a post could be found, once: drafts and posts of the future are in none of them, an edit is in all at
 * once, and so is the end of a post.
 */
export const surfaces: readonly Surface[] = [...forms, ...lists, ...feeds]
