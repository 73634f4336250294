import type { Document } from '@/lib/published/types'

type Field = keyof NonNullable<Document['html']>

/** A title or summary, with its formulas if it has any. */
export function FormulaText<Name extends Field>({
  of: document,
  field,
}: {
  of: { [name in Name]?: string | undefined } & Pick<Document, 'html'>
  field: Name
}) {
  const html = document.html?.[field]
  if (html === undefined) return document[field]
  return <span dangerouslySetInnerHTML={{ __html: html }} />
}
