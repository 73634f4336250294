import type { PolicySources } from '../http/security-headers.mjs'
import type { Asset } from '../markdown/images/asset'
import type { Problem } from '../markdown/problems/problem'
import type { Heading } from '../markdown/rehype/rehype-headings'
import type { Counts } from '../markdown/text/count'
import type { Site } from '../site/config'
import type { Language } from '../site/languages'
import type { Redirect } from '../site/redirects'

/** The fields of every document that has a body. */
export interface Document {
  /** Path from the project's root. */
  file: string
  slug: string
  /** Path of its page, percent-encoded. */
  url: string
  /** Readable text: its formulas are typeset in `html`. */
  title: string
  /** The HTML of the fields that contain formulas. */
  html?: Partial<Record<'title' | 'summary' | 'description', string>>
  lang: Language
  /** Key of the printed body; empty if the file could not be compiled. */
  body: string
  /** Errors for the author to fix; always empty in a production build. */
  problems: Problem[]
}

export interface Post extends Document {
  /** Its permanent, unique id in feeds, from which a tag URI is made; it does not depend on the URL. */
  id: string
  /** The complete id of its entry in feeds, which replaces the tag URI: that of an imported post. */
  guid?: string
  /** Instant of publication, ISO 8601 in UTC. */
  date: string
  /** Instant of the last substantial change. */
  updated?: string
  summary?: string
  category?: string
  tags: string[]
  /** Slug of its series. */
  series?: string
  part?: number
  /** Ids of its authors, at least one. */
  authors: string[]
  draft: boolean
  unlisted: boolean
  cover?: Asset
  /** Paths of all its images; the cover is the first. */
  images: string[]
  /** The original of a repost. */
  source?: { title: string; author: string; url: string }
  /** Its licence, if it differs from the site's. */
  licence?: { name: string; url: string }
  /** Old addresses that redirect to it, as `canonicalAlias` returns them. */
  aliases: string[]
  /** Slug of the article that it translates. */
  translationOf?: string
  headings: Heading[]
  counts: Counts
  /** The teaser shows the whole article. */
  complete: boolean
}

export interface Series extends Document {
  description?: string
}

export interface Page extends Document {
  summary?: string
  /** Slug of the page that it translates. */
  translationOf?: string
}

export interface Author {
  id: string
  name: string
  bio?: string
  url?: string
  email?: string
}

/** Slugs of the articles that an article's page links to. Hidden articles are included; queries filter them out. */
export interface Connection {
  /** Articles on the same subject, the most similar first. */
  related: string[]
  /** Articles that refer to it, newest first. */
  citedBy: string[]
  /** The same article in other languages, the original first. */
  translations: string[]
}

/** A file that is served at `/`: one of `site/public`, or `site/style.css`. */
export interface SiteFile {
  /** Path of its URL, decoded, without the first slash: `fonts/text.woff2`. */
  path: string
  /** Path from the site folder: `site/public/fonts/text.woff2`. */
  source: string
  /** Hash of its content. */
  hash: string
  /** Media type, with the charset of text. */
  type: string
  /** Pixels, of images that pages show (`siteImages`). */
  width?: number
  height?: number
}

/** The settings of the site and the metadata of all documents: `.lemma/content.json`. Posts are sorted, newest first. */
export interface Published {
  site: Site
  posts: Post[]
  series: Series[]
  pages: Page[]
  authors: Author[]
  files: SiteFile[]
  /** By slug of a post. */
  connections: Record<string, Connection>
  /** Redirects of the configuration and of `content/redirects.txt`. Not set if there are none. */
  redirects?: Redirect[]
}

/** The part of the published content that the server reads, in one small file: `.lemma/state.json`. */
export interface PublishedState {
  /** Changes with the content, and is equal on all machines that have the same content. */
  version: string
  /** Instants at which scheduled posts appear, ISO 8601 in UTC, in ascending order. */
  publications: string[]
  /** Slugs of deleted posts that readers could open before, and paths of those whose URL had another pattern. */
  gone: string[]
  /** Old addresses of posts that readers can open, or will, then the site's own. A state that an earlier version wrote has none. */
  redirects?: Redirect[]
  /** Paths of the posts whose URL has another pattern than `/posts/:slug`, without drafts. Not set if there are none. */
  moved?: string[]
  /**
   * Paths of all pages of documents and lists, as `canonicalPath` returns them, also of posts that are not public yet. A state
   * that an earlier version wrote has none.
   */
  urls?: string[]
  /** The languages of the site after the first. A state that an earlier version wrote has none. */
  languages?: Language[]
  /** What pages may use of other sites. A state that an earlier version wrote has none. */
  sources?: PolicySources
  /** Files that are served at `/`, by path: their path below `.lemma/` (`siteFileTarget`). */
  files: Record<string, string>
}

/** Folder that pages read at run time. `writePublished` replaces its files atomically. */
export const publishedRoot = '.lemma'
