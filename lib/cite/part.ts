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
