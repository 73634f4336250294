import { type Numbered, referenceText } from '../../markdown/numbering/label'
import type { Post } from '../../published/types'
import { messages } from '../../site/i18n'

/** The name of an equation or a statement in references: `定理 3`, `式 (5a)`. */
export function partName({ kind, number }: Numbered, lang: Post['lang']): string {
  return referenceText('autoref', { kind, number }, messages(lang).statements).replace('\u00a0', ' ')
}

/** Find a part of an article by its anchor, label or name as a reader writes it (`定理3`), or an equation by its number. */
export function findPart(
  parts: readonly Numbered[],
  wanted: string,
  lang: Post['lang'],
): Numbered | undefined {
  const plain = (text: string) =>
    text
      .normalize('NFKC')
      .replace(/[\s()]/g, '')
      .toLowerCase()
  const name = plain(wanted)
  return (
    parts.find(({ anchor, label }) => anchor === wanted || label === wanted) ??
    parts.find((part) => plain(partName(part, lang)) === name) ??
    parts.find(({ kind, number }) => kind === 'equation' && plain(number) === name)
  )
}

/** The error message for an unknown part, with a list of the existing ones. */
export function explainParts(parts: readonly Numbered[], wanted: string, lang: Post['lang']): string {
  const found = `Found of=${wanted.slice(0, 100)}`
  if (parts.length === 0)
    return `${found}; only the whole can be cited, because no part of this article has a number. Leave "of" out.\n`
  const list = parts.map(
    (part) => `  ${part.anchor}  ${partName(part, lang)}${part.label ? `  ${part.label}` : ''}\n`,
  )
  return `${found}; expected an anchor, a name or a label of this article, or nothing for the whole article:\n${list.join('')}`
}
