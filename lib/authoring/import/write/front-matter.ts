import { stringify } from 'yaml'
import type { PlannedDocument } from '../plan'

/** Print the front matter of a document. @param cover name of the image beside it */
export function printFrontMatter({ document, permalink, aliases }: PlannedDocument, cover?: string): string {
  const { kind, title, date, updated, status, categories, tags, description, guid } = document
  const [category, ...otherCategories] = categories
  const labels = [...new Set([...tags, ...otherCategories])]
  const isPost = kind === 'post'
  const fields = {
    title,
    ...(isPost && { date: shortDate(date) }),
    ...(isPost &&
      updated !== undefined &&
      Date.parse(updated) > Date.parse(date) && { updated: shortDate(updated) }),
    ...(description && { summary: description.replace(/\s+/g, ' ').trim() }),
    ...(isPost && category !== undefined && { category }),
    ...(isPost && labels.length > 0 && { tags: labels }),
    ...(isPost && status !== 'published' && { draft: true }),
    ...(isPost && cover !== undefined && { cover }),
    ...(isPost && permalink !== undefined && { permalink }),
    ...(isPost && aliases.length > 0 && { aliases }),
    ...(isPost && guid !== undefined && { guid }),
  }
  return `---\n${stringify(fields, { lineWidth: 0 })}---\n`
}

/** A date without seconds that are zero, as an author would write it. */
function shortDate(iso: string): string {
  return iso.replace(/(T\d{2}:\d{2}):00(?=[+-Z])/, '$1').replace(/\+00:00$/, 'Z')
}
