import { decodeEntities } from '../decode-entities'
import type { Source, SourceComment, SourceDocument } from '../source'
import { render } from './blog'

/** Everything of a source, in memory, in the order of ids. */
export async function readAll(
  source: Source,
): Promise<{ documents: SourceDocument[]; comments: SourceComment[] }> {
  const documents: SourceDocument[] = []
  const comments: SourceComment[] = []
  for await (const document of source.documents) documents.push(document)
  for await (const comment of source.comments) comments.push(comment)
  const byId = (a: { id: string }, b: { id: string }) => Number(a.id) - Number(b.id)
  return { documents: documents.sort(byId), comments: comments.sort(byId) }
}

/** The formulas of a document, found by a way that shares no code with the importer. */
export function formulasOf({ format, body }: SourceDocument): string[] {
  if (format === 'markdown') return render(body).formulas
  const text = decodeEntities(body.replace(/<pre[\s\S]*?<\/pre>|<[^>]*>/g, ' '))
  return [...text.matchAll(/\$\$\n([\s\S]*?)\n\$\$|\$([^$]+)\$/g)].map(
    ([, display, inline]) => display ?? inline ?? '',
  )
}
