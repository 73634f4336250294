import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { messages } from '../i18n'
import { bodyFile, readBodyText, readTexts, writeBody } from '../markdown/body'
import type { Compiled } from '../markdown/compile'
import { type Label, referenceText } from '../markdown/label'
import { fillLate, type Late } from '../markdown/late'
import { nearest } from '../markdown/nearest'
import { readNumbering } from '../markdown/numbering'
import type { Problem } from '../markdown/problem'
import { hash } from '../store/store'
import { placeOf } from './front-matter'
import type { Document } from './types'

/** A compiled document with what linking needs of its front matter. */
export interface Linkable {
  document: Document & { series?: string; part?: number }
  compiled: Compiled
  numbering: unknown
}

/**
 * Give late values their present meaning: the numbers of articles that continue others, and references across
 * articles. Bodies that hold some are written anew, under a name made of all that went into them, and the document
 * is given that name; nothing is compiled again.
 *
 * @param folder where bodies are stored
 * @returns references that lead nowhere, and, as warnings, labels that nothing refers to
 */
export function linkDocuments(linkables: readonly Linkable[], folder: string): Problem[] {
  const problems: Problem[] = []
  const offsets = findOffsets(linkables, problems)
  const table = new Map<string, { linkable: Linkable; labels: Map<string, Label>; offset: number }>()
  for (const linkable of linkables) {
    const { document, compiled } = linkable
    // Of a post and a page of one name, references mean the post: posts come first.
    if (table.has(document.slug)) continue
    const labels = new Map((compiled.labels ?? []).map((label) => [label.name, label]))
    table.set(document.slug, { linkable, labels, offset: offsets.get(document) ?? 0 })
  }

  const find = (name: string) => {
    const colon = name.indexOf(':')
    const article = colon < 0 ? undefined : table.get(name.slice(0, colon))
    const label = article?.labels.get(name.slice(colon + 1))
    return article && label ? { ...article, label } : undefined
  }

  const used = new Set<Label>()
  for (const { document, compiled } of linkables) {
    for (const { name, source, line, column } of compiled.openReferences ?? []) {
      const target = find(name)
      if (target) used.add(target.label)
      else
        problems.push({ file: document.file, line, column, ...explainMissing(name, source, compiled, table) })
    }
  }
  for (const { document, compiled } of linkables) {
    for (const label of compiled.labels ?? []) {
      // A statement's name is its address as well; a label is there to be referred to.
      if (label.kind !== 'equation' || label.used || used.has(label)) continue
      const { line, column, name } = label
      problems.push({
        file: document.file,
        line,
        column,
        rule: 'unused-label',
        severity: 'warning',
        message: `Nothing refers to the label "${name}".`,
        hint: 'Refer to it, or remove it.',
      })
    }
  }

  for (const { document, compiled } of linkables) {
    if (!compiled.late) continue
    const offset = offsets.get(document) ?? 0
    const meaning = (value: Late): string => {
      if (value.kind === 'number') return String(value.n + offset)
      const target = find(value.label)
      if (!target) return value.kind === 'url' ? '' : '??'
      const withNumbers = (text: string) =>
        fillLate(text, (inner) => (inner.kind === 'number' ? String(inner.n + target.offset) : ''))
      if (value.kind === 'url') return `${target.linkable.document.url}#${withNumbers(target.label.anchor)}`
      const { statements } = messages(document.lang)
      return referenceText(
        value.form,
        { kind: target.label.kind, number: withNumbers(target.label.number) },
        statements,
      )
    }
    document.body = writeLinked(folder, compiled, offset, find, meaning)
  }
  return problems
}

type Find = (name: string) => { linkable: Linkable; label: Label; offset: number } | undefined

/** Write a body with its late values filled in, where it is not written yet. @returns its key */
function writeLinked(
  folder: string,
  compiled: Compiled,
  offset: number,
  find: Find,
  meaning: (value: Late) => string,
): string {
  const targets = compiled.openReferences.map(({ name }) => {
    const target = find(name)
    return target && [target.linkable.document.url, target.label, target.offset]
  })
  const key = hash(compiled.key, offset, targets)
  if (existsSync(join(folder, bodyFile(key)))) return key
  // The text is JSON: what is filled in stands inside its strings.
  const fill = (value: Late) => JSON.stringify(meaning(value)).slice(1, -1)
  const text = fillLate(readBodyText(folder, compiled.key), fill)
  writeBody(folder, key, readTexts(folder, compiled.key), text)
  return key
}

/** How many numbers stand before each article that continues the previous part of its series. */
function findOffsets(linkables: readonly Linkable[], problems: Problem[]): Map<Document, number> {
  const offsets = new Map<Document, number>()
  const bySeries = new Map<string, Linkable[]>()
  for (const linkable of linkables) {
    const { series } = linkable.document
    const continues = readNumbering(linkable.numbering)?.continues ?? false
    if (series !== undefined) bySeries.set(series, [...(bySeries.get(series) ?? []), linkable])
    else if (continues) {
      problems.push({
        file: linkable.document.file,
        ...placeOf(linkable.document.file, 'numbering'),
        rule: 'numbering',
        message: 'Found numbering: continue in an article of no series; there is nothing to continue.',
        hint: 'Give it series and part, or start the counter: numbering: { start: 50 }.',
      })
    }
  }
  for (const parts of bySeries.values()) {
    let count = 0
    for (const { document, compiled, numbering } of parts.sort(
      (a, b) => (a.document.part ?? 0) - (b.document.part ?? 0),
    )) {
      const continues = readNumbering(numbering)?.continues ?? false
      if (continues) offsets.set(document, count)
      count = (continues ? count : 0) + (compiled.equationCount ?? 0)
    }
  }
  return offsets
}

function explainMissing(
  name: string,
  source: string,
  compiled: Compiled,
  table: ReadonlyMap<string, { labels: Map<string, Label> }>,
): Pick<Problem, 'rule' | 'message' | 'hint'> {
  const colon = name.indexOf(':')
  const other = colon < 0 ? undefined : table.get(name.slice(0, colon))
  const own = compiled.labels.map((label) => label.name)
  if (other) {
    const labels = [...other.labels.keys()]
    return {
      rule: 'reference',
      message: `Found ${source}; the article "${name.slice(0, colon)}" has no label "${name.slice(colon + 1)}".`,
      hint: `Its labels are ${labels.slice(0, 12).join(', ') || '(none)'}.`,
    }
  }
  const guess = nearest(name, own)
  return {
    rule: 'reference',
    message: `Found ${source}; no label of this name stands in the article.`,
    hint: guess
      ? `Did you mean ${guess}?`
      : `Add \\label{${name}} to the equation, or write other-slug:label for one of another article.`,
  }
}
