import type { Asset } from '../markdown/asset'
import type { Counts } from '../markdown/count'
import type { Problem } from '../markdown/problem'
import type { Heading } from '../markdown/rehype-headings'
import type { SiteConfig } from '../site'

/** What all documents with a body have. */
export interface Document {
  /** Path from the project's root. */
  file: string
  slug: string
  /** Path of its page, percent-encoded. */
  url: string
  title: string
  lang: SiteConfig['language']
  /** Names the printed body; empty where the file could not be compiled. */
  body: string
  /** What is to be mended; always empty in a production build. */
  problems: Problem[]
}

export interface Post extends Document {
  /** Names it in feeds for good, whatever its address; no other post has it. */
  id: string
  /** Instant of publication, ISO 8601 in UTC. */
  date: string
  /** Instant of the last change in substance. */
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
  /** Paths of all images that it shows, the cover's first. */
  images: string[]
  /** The original of a repost. */
  source?: { title: string; author: string; url: string }
  /** Its licence, where it is not the site's. */
  licence?: { name: string; url: string }
  /** Old paths that lead here, percent-encoded as browsers send them. */
  aliases: string[]
  /** Slug of the article it translates. */
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
}

export interface Author {
  id: string
  name: string
  bio?: string
  url?: string
  email?: string
}

/** What an article's page says of other articles, as slugs: hidden ones too, which whoever shows them leaves out. */
export interface Connection {
  /** Those on the same subject, the nearest first. */
  related: string[]
  /** Those that refer to it, newest first. */
  citedBy: string[]
  /** The same article in other languages, the original first. */
  translations: string[]
}

/** Everything lists need to know, in one file: `.lemma/content.json`. Posts stand newest first. */
export interface Published {
  posts: Post[]
  series: Series[]
  pages: Page[]
  authors: Author[]
  /** By slug of a post. */
  connections: Record<string, Connection>
}

/** What serving pages needs to know of them, in one small file: `.lemma/state.json`. */
export interface PublishedState {
  /** Changes with the content, and is the same on every machine that has the same content. */
  version: string
  /** Instants at which posts are going to appear by themselves, ISO 8601 in UTC, in order. */
  publications: string[]
  /** Slugs of posts that were to be read once and are deleted. */
  gone: string[]
}

/** Folder that pages read at run time: written by `writePublished`, never half. */
export const publishedRoot = '.lemma'
