import type { Post } from '../content/types'
import { messages } from '../i18n'
import { type Numbered, referenceText } from '../markdown/label'

/** What an equation or a statement is called where it is referred to: `定理 3`, `式 (5a)`. */
export function nameOf({ kind, number }: Numbered, lang: Post['lang']): string {
  return referenceText('autoref', { kind, number }, messages(lang).statements).replace('\u00a0', ' ')
}

/**
 * Find what of an article is meant: by its anchor, its label, its name as a reader writes it (`定理3`), or, of an
 * equation, its number alone.
 */
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
    parts.find((part) => plain(nameOf(part, lang)) === name) ??
    parts.find(({ kind, number }) => kind === 'equation' && plain(number) === name)
  )
}

/** What can be asked for, for somebody who asked for what is not there. */
export function explainParts(parts: readonly Numbered[], wanted: string, lang: Post['lang']): string {
  const found = `Found of=${wanted.slice(0, 100)}`
  if (parts.length === 0)
    return `${found}; of this article only the whole can be cited: nothing in it has a number of its own. Leave "of" out.\n`
  const list = parts.map(
    (part) => `  ${part.anchor}  ${nameOf(part, lang)}${part.label ? `  ${part.label}` : ''}\n`,
  )
  return `${found}; expected an anchor, a name or a label of this article, or nothing for the whole of it:\n${list.join('')}`
}
