import { relative } from 'node:path/posix'
import picomatch from 'picomatch'
import { contentRoot } from '../../markdown/images/asset'
import { languages } from '../../site/languages'
import { translate } from '../../site/messages/translate.mjs'

/** A field of front matter. Its description is the hint of error messages. */
export interface Field {
  type: 'string' | 'number' | 'boolean' | 'list' | 'enum' | 'json' | 'nested'
  required?: boolean
  /** For text: a number is text, too. */
  allowsNumber?: boolean
  /** For text: the address of a link. */
  isLink?: boolean
  description?: string
  /** Values of an enum. */
  options?: readonly string[]
  /** Items of a list, or the fields of a nested mapping. */
  of?: { type: 'string' } | NestedType
}

export type Fields = Readonly<Record<string, Field>>

interface NestedType {
  name: string
  fields: Fields
}

/** A type of document: the paths of its files, and the fields of its front matter. */
export interface DocumentType {
  name: 'Post' | 'Series' | 'Page' | 'Author'
  /** Glob below `content/`. */
  filePathPattern: string
  /** `data`: a YAML file without a body. */
  contentType: 'markdown' | 'data'
  fields: Fields
}

const lang: Field = {
  type: 'enum',
  options: Object.keys(languages),
  description: translate`Language of the text; default: the language of the site`,
}

const original: NestedType = {
  name: 'Original',
  fields: {
    title: { type: 'string', required: true, description: translate`Title of the original` },
    author: { type: 'string', required: true, description: translate`Author of the original` },
    url: {
      type: 'string',
      required: true,
      isLink: true,
      description: translate`URL of the original, https://…; becomes the canonical URL`,
    },
  },
}

const licence: NestedType = {
  name: 'Licence',
  fields: {
    name: {
      type: 'string',
      required: true,
      description: translate`Displayed name: CC BY 4.0, or 保留所有权利`,
    },
    url: { type: 'string', required: true, isLink: true, description: translate`URL of its text, https://…` },
  },
}

const post: DocumentType = {
  name: 'Post',
  filePathPattern: 'posts/**/*.{md,mdx}',
  contentType: 'markdown',
  fields: {
    title: {
      type: 'string',
      required: true,
      description: translate`The title; quote it if it contains a colon`,
    },
    date: {
      type: 'string',
      required: true,
      description: translate`Date of publication: 2010-12-26 or 2010-12-26 10:30, in the time zone of the site. A future date schedules the post`,
    },
    updated: {
      type: 'string',
      description: translate`Date of the last substantial change, in the same format as date`,
    },
    slug: {
      type: 'string',
      description: translate`Last segment of the URL; default: the name of the file or folder`,
    },
    permalink: {
      type: 'string',
      description: translate`Path of its page: /archives/1.html; default: made from slug by permalinks in site.config.ts`,
    },
    id: {
      type: 'string',
      allowsNumber: true,
      description: translate`Permanent id in feeds, and :id in permalinks; default: the name of the file or folder. Set it to the old name when you rename the file`,
    },
    guid: {
      type: 'string',
      description: translate`Complete id of its entry in feeds, for a post that another blog engine published before: its guid in RSS, or its id in Atom`,
    },
    summary: {
      type: 'string',
      description: translate`One or two sentences for lists, search engines and feeds`,
    },
    category: { type: 'string', description: translate`Its category` },
    tags: { type: 'list', of: { type: 'string' }, description: translate`A list: [变分, 极值]` },
    series: { type: 'string', description: translate`Name of a file in content/series, without .mdx` },
    part: {
      type: 'number',
      description: translate`Its number in the series, which must be unique; gaps are allowed`,
    },
    authors: {
      type: 'list',
      of: { type: 'string' },
      description: translate`Names of files in content/authors; default: the author of the site`,
    },
    lang,
    translationOf: {
      type: 'string',
      description: translate`Slug of the original of this translation, which has another lang`,
    },
    draft: { type: 'boolean', description: translate`true: not published` },
    unlisted: {
      type: 'boolean',
      description: translate`true: reachable by its URL, but in no list, feed or sitemap`,
    },
    cover: {
      type: 'string',
      description: translate`An image file in the same folder, shown above the article`,
    },
    source: {
      type: 'nested',
      of: original,
      description: translate`For a repost: title, author and url of the original`,
    },
    licence: {
      type: 'nested',
      of: licence,
      description: translate`name and url of its licence; default: the licence of the site, and none for a repost`,
    },
    aliases: {
      type: 'list',
      of: { type: 'string' },
      description: translate`Old URLs that redirect here: [/archives/42]`,
    },
    numbering: {
      type: 'json',
      description: translate`How equations are numbered: { start: 50 }, continue (from the previous part), or { by: section }`,
    },
    formula: {
      type: 'string',
      description: translate`TeX of the formula on the preview card of links; default: the first display formula`,
    },
    macros: {
      type: 'json',
      description: translate`KaTeX macros of this article: a mapping such as \\d: \\mathrm{d}`,
    },
  },
}

const series: DocumentType = {
  name: 'Series',
  filePathPattern: 'series/*.{md,mdx}',
  contentType: 'markdown',
  fields: {
    title: { type: 'string', required: true, description: translate`Name of the series` },
    description: { type: 'string', description: translate`One sentence for the list of series` },
    lang,
  },
}

const page: DocumentType = {
  name: 'Page',
  filePathPattern: 'pages/*.{md,mdx}',
  contentType: 'markdown',
  fields: {
    title: { type: 'string', required: true, description: translate`The title` },
    summary: { type: 'string', description: translate`One sentence for search engines` },
    lang,
    translationOf: {
      type: 'string',
      description: translate`Name of the file of the original of this translation, without .mdx; it has another lang`,
    },
  },
}

const author: DocumentType = {
  name: 'Author',
  filePathPattern: 'authors/*.yml',
  contentType: 'data',
  fields: {
    name: { type: 'string', required: true, description: translate`Displayed name` },
    bio: { type: 'string', description: translate`One sentence` },
    url: { type: 'string', isLink: true, description: translate`URL of a page about the author` },
    email: { type: 'string', description: translate`Public e-mail address` },
  },
}

/** Document types by their folder in `content/`. */
export type DocumentTypes = Readonly<Record<string, DocumentType>>

/** The only definition of front matter; contentlayer receives it too. */
export const documentTypes = { posts: post, series, pages: page, authors: author } satisfies DocumentTypes

/** The document type of a file; undefined if the file is not a document. */
export function typeOfFile(file: string, types: DocumentTypes = documentTypes): DocumentType | undefined {
  const path = relative(contentRoot, file)
  return Object.values(types).find(({ filePathPattern }) => matcherOf(filePathPattern)(path))
}

const matchers = new Map<string, (path: string) => boolean>()

function matcherOf(pattern: string): (path: string) => boolean {
  const known = matchers.get(pattern)
  if (known) return known
  const matcher = picomatch(pattern)
  matchers.set(pattern, matcher)
  return matcher
}
