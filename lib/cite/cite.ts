import { site } from '../../site.config'
import type { Author, Post } from '../content/types'
import { fill, messages } from '../i18n'
import { formatDay } from '../i18n/dates'

export interface Citation {
  /** One line of plain text. */
  text: string
  /** A BibLaTeX entry of type `online`. */
  bibtex: string
}

/** How to cite a post; a repost is cited as its original. */
export function cite(post: Post, authors: readonly Author[]): Citation {
  const { title, url } = post.source ?? { title: post.title, url: site.url + post.url }
  const names = post.source ? [post.source.author] : authors.map(({ name }) => name)
  const date = formatDay(post.date)
  const text = fill(messages(post.lang).interface.citation, {
    authors: names.join(', '),
    date,
    title,
    site: site.name,
    url: decodeURI(url),
  })
  const fields = {
    title: `{${escapeTex(title)}}`,
    author: names.map((name) => `{${escapeTex(name)}}`).join(' and '),
    date,
    url,
    organization: escapeTex(site.name),
  }
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}},`)
  return { text, bibtex: [`@online{${citationKey(post)},`, ...lines, '}'].join('\n') }
}

/** BibTeX keys are ASCII; a slug in another script gives way to the date. */
function citationKey({ slug, date }: Post): string {
  return /^[\w.-]+$/.test(slug) ? slug : `post-${formatDay(date)}`
}

function escapeTex(text: string): string {
  return text.replace(/[&%#_]/g, '\\$&').replace(/[{}]/g, '')
}
