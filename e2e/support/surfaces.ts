import { site } from './site'

/** The data of a post that surfaces show. */
export interface SamplePost {
  slug: string
  title: string
  tag: string
  category: string
  /** Slug of its series. */
  series?: string
  /** Anchor of one of its equations. */
  anchor?: string
}

/** A page or file that shows posts. */
export interface Surface {
  name: string
  /** Path of the surface; undefined if it does not show the post. */
  address(post: SamplePost): string | undefined
  /** The text of the post that it contains. */
  shows(post: SamplePost): string
  /** If it is a representation of the post: the status after the post is deleted. */
  gone?: 404 | 410
}

const title = (post: SamplePost) => post.title
const path = ({ slug }: SamplePost) => `/posts/${slug}`

/** Representations of a post, which exist while it is readable. */
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
    name: 'its scholarly metadata',
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

/** Lists, which exist independently of the post, except those of a tag or category without other posts. */
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
  { name: 'search as the reader types', address: (post) => `/api/search?q=${post.title}`, shows: path },
]

/** The feeds of these lists in each format, with formulas as MathML and as images. */
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

/** Every surface of posts. Drafts and scheduled posts are in none of them; edits and deletions show in all at once. */
export const surfaces: readonly Surface[] = [...forms, ...lists, ...feeds]
