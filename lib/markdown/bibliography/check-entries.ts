import { translate } from '../../site/messages/translate.mjs'
import type { Problem } from '../problems/problem'
import { explainScheme } from '../text/link-scheme'
import { plainField } from './normalise-entry'
import type { BibFile } from './read-entries'
import type { Work } from './to-csl'

/** Types of entries that are read (`normalise-entry.ts`, citation-js). Others are printed as documents of no kind. */
const knownTypes = new Set(
  (
    'article artwork audio blog book bookinbook booklet code collection conference data dataset electronic image inbook ' +
    'incollection inproceedings inreference jurisdiction legal legislation letter manual map mastersthesis misc movie music ' +
    'mvbook mvcollection mvproceedings mvreference newspaper online patent performance periodical phdthesis preprint ' +
    'proceedings program reference report review software standard suppbook suppcollection suppperiodical techreport thesis ' +
    'unpublished video web webpage www'
  ).split(' '),
)

/** Fields with the address of a work. */
export const linkFields = ['url', 'doi'] as const

/** Is this a type of BibTeX or biblatex, or an alias of one? */
export function isKnownType(type: string): boolean {
  return knownTypes.has(type)
}

/** Find entries of an unknown type, links with a forbidden scheme, and TeX that would be printed as it is. */
export function checkEntries({ entries, placeOf }: BibFile, works: readonly Work[], file: string): Problem[] {
  const types = entries.flatMap(({ type, label, properties }): Problem[] => {
    if (isKnownType(type) || properties.mark !== undefined) return []
    return [
      {
        file,
        ...placeOf(label),
        severity: 'warning',
        rule: 'bibliography',
        message: translate`Found the unknown type @${type}; the work is printed as a document of no kind.`,
        hint: translate`Use a type of biblatex, such as @article, @book, @online, @standard, @patent, @dataset or @software.`,
      },
    ]
  })
  const addresses = works.flatMap((work) => findForbiddenLink(work, placeOf, file) ?? [])
  return [...types, ...addresses, ...works.flatMap((work) => findCommand(work, placeOf, file) ?? [])]
}

/** Find an address that no link may have. It is not printed (`to-csl.ts`). */
function findForbiddenLink(
  { entry: { label, properties } }: Work,
  placeOf: BibFile['placeOf'],
  file: string,
): Problem | undefined {
  for (const field of linkFields) {
    const value = plainField(properties[field])
    const expected = explainScheme(value)
    if (expected === undefined) continue
    return {
      file,
      ...placeOf(label, field),
      rule: 'bibliography',
      message: translate`Found ${field} = {${value}} in "${label}"; expected ${expected}.`,
      hint: translate`Correct the address, or remove the field.`,
    }
  }
  return undefined
}

/** Find a command of TeX outside of formulas that citation-js does not know. */
function findCommand({ item, entry }: Work, placeOf: BibFile['placeOf'], file: string): Problem | undefined {
  const { title, 'container-title': container, publisher, author, editor, translator } = item
  const printed = JSON.stringify([title, container, publisher, author, editor, translator])
  // citation-js removes the braces after a command: \mathbb{R} becomes \mathbbR.
  const rest = /\\\\([a-zA-Z]+)/.exec(printed)?.[1]
  if (rest === undefined) return undefined
  const commands = Object.entries(entry.properties).flatMap(([field, value]) =>
    Array.from(String(value).matchAll(/\\([a-zA-Z]+)/g), ([, command = '']) => ({ field, command })),
  )
  const { field, command } = commands.find(({ command }) => rest.startsWith(command)) ?? { command: rest }
  return {
    file,
    ...placeOf(entry.label, field),
    rule: 'bibliography',
    message: translate`Found the command \\${command} outside of a formula in "${entry.label}"; it would be printed as text.`,
    hint: translate`If it belongs to a formula, write dollars around it: $\\${command}…$. Otherwise write the characters themselves.`,
  }
}
