import type { Tag } from './parse-tags'

/** What tags may refer to. */
export interface TagContext {
  /** The new URL of another document, by its slug, file or path; undefined if there is none. */
  findDocument(name: string): { url: string; title: string } | undefined
  /** The title of the document. */
  title: string
}

/** Writes what a tag stands for as Markdown. @returns undefined if it has no equivalent */
export type TagHandler = (tag: Tag, inner: string | undefined, context: TagContext) => string | undefined

/** Handlers of tags by name. */
export type TagHandlers = Readonly<Record<string, TagHandler>>

/** The address of a link or an image, as Markdown writes it. */
export function address(url: string): string {
  return /[\s()<>]/.test(url) ? `<${url.replace(/[<>\n]/g, encodeURIComponent)}>` : url
}

/** A link. */
export function link(text: string, url: string): string {
  return `[${text.replace(/[[\]]/g, '\\$&')}](${address(url)})`
}

/** An image with alternative text and a caption. */
export function image(url: string, alt = '', title = ''): string {
  const caption = title && ` "${title.replace(/"/g, '&quot;')}"`
  return `![${alt.replace(/[[\]]/g, '\\$&')}](${address(url)}${caption})`
}

/** A quote, with its title in bold. */
export function quote(text: string, title = ''): string {
  const lines = [...(title ? [`**${title}**`, ''] : []), ...text.trim().split('\n')]
  return `\n\n${lines.map((line) => `> ${line}`.trimEnd()).join('\n')}\n\n`
}

/** Folded text. */
export function details(text: string, summary: string): string {
  return `\n\n<details>\n<summary>${summary}</summary>\n\n${text.trim()}\n\n</details>\n\n`
}

/** A link to a page with a video or a frame. Pages of other sites are not embedded. */
export function external(label: string, url: string): string {
  return `\n\n${link(label, url)}\n\n`
}
