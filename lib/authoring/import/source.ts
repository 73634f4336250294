/** What every reader of another system produces, and the importer consumes. */

/** The formulas of the old site are found by these delimiters, as MathJax finds them. */
export interface MathDelimiters {
  /** Opening and closing delimiters of inline formulas, such as `['$', '$']`. */
  inline: readonly (readonly [string, string])[]
  /** Opening and closing delimiters of displays, such as `['$$', '$$']`. */
  display: readonly (readonly [string, string])[]
  /** `\begin{…}…\end{…}` outside of delimiters is a display. */
  environments: boolean
  /** How MathJax numbered equations. */
  numbering: 'none' | 'ams' | 'all'
  /**
   * The old system read its Markdown before MathJax searched for formulas, so authors escaped them: `\\\\` is a line break, `\_` a
   * subscript, `\\(x\\)` a formula.
   */
  escapes?: boolean
  /** kramdown's rule: `$$…$$` is a display only if it is a paragraph of its own. */
  kramdown?: boolean
}

/** A post or page of the old site. */
export interface SourceDocument {
  kind: 'post' | 'page'
  /** Unique in its source and stable, such as `123` or a path: identifies the document at the next run. */
  id: string
  title: string
  slug: string
  /** ISO 8601 with offset. */
  date: string
  /** ISO 8601 with offset. */
  updated?: string
  /** Everything but `published` is imported as a draft, with a note. */
  status: 'published' | 'draft' | 'private' | 'password' | 'pending'
  author?: string
  categories: readonly string[]
  tags: readonly string[]
  description?: string
  /** URL or path of the image that lists show. */
  cover?: string
  format: 'markdown' | 'html'
  /** The text as the old system stores it; `format` tells how to read it. */
  body: string
  /** Path in the source folder, for messages and relative links; undefined if the text is from a database. */
  file?: string
  /** Every URL of the document on the old site, absolute or from `/`, the canonical one first. */
  urls: readonly string[]
  /** Id of its entry in the old feed. */
  guid?: string
  /** Fields that no other property holds. */
  fields: Readonly<Record<string, unknown>>
  /** What the reader of the source omitted or could not represent, for the audit. */
  notes: readonly string[]
}

/** A list of the old site: a category, a tag, a feed, the archive, a numbered page, the list of all tags. */
export interface SourceList {
  kind: 'category' | 'tag' | 'feed' | 'archive' | 'index' | 'page' | 'tags'
  /** Name of the category or tag. */
  name?: string
  /** Every URL of the list on the old site. */
  urls: readonly string[]
}

/** A comment of a reader. */
export interface SourceComment {
  id: string
  /** Id of the document. */
  document: string
  /** Id of the comment that it answers. */
  parent?: string
  author: string
  email?: string
  url?: string
  /** ISO 8601 with offset. */
  date: string
  /** HTML or text, as stored. */
  text: string
  status: 'approved' | 'waiting' | 'spam'
}

/** An uploaded file of the old site. */
export interface SourceAttachment {
  /** Every URL on the old site. */
  urls: readonly string[]
  /** Path below the folder of uploads, or in the source folder. */
  file?: string
  /** Id of the document to which it belongs. */
  document?: string
}

/** Everything that is imported of one old site. */
export interface Source {
  system: 'typecho' | 'wordpress' | 'hexo' | 'hugo' | 'jekyll' | 'obsidian' | 'markdown'
  site: { title?: string; description?: string; url?: string; language?: string; timeZone?: string }
  delimiters: MathDelimiters
  /** In any order; yielded one after the other so that memory is bounded. */
  documents: AsyncIterable<SourceDocument> | Iterable<SourceDocument>
  lists: readonly SourceList[]
  comments: AsyncIterable<SourceComment> | Iterable<SourceComment>
  attachments: readonly SourceAttachment[]
  /** What was found in the source and is not imported, for the audit. */
  notes: readonly string[]
}
