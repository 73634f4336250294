import { existsSync } from 'node:fs'
import { join } from 'node:path/posix'
import { contentRoot } from '../../markdown/images/asset'
import { type Label, plainNumber, referenceText } from '../../markdown/numbering/label'
import { readNumbering } from '../../markdown/numbering/numbering'
import { bodyFile, readBodyText, readTexts, writeBody } from '../../markdown/print/body'
import { type DeferredValue, fillDeferredValues } from '../../markdown/print/deferred-value'
import { nearest } from '../../markdown/problems/nearest'
import type { Problem } from '../../markdown/problems/problem'
import type { Compiled } from '../../markdown/types'
import type { Document } from '../../published/types'
import { canonicalPath } from '../../site/aliases'
import { messages } from '../../site/i18n'
import { listed, translate } from '../../site/messages/translate.mjs'
import { postUrl } from '../../site/routes.mjs'
import { hash } from '../../store/store'
import { placeOf } from '../front-matter/place-of'
import { pushToList } from './push-to-list'
import { tryFile } from './try-file'

/** A compiled document with the fields of its front matter that linking needs. */
export interface Linkable {
  document: Document & { series?: string; part?: number }
  compiled: Compiled
  numbering: unknown
  /** Names of fields that nothing reads. */
  unknownFields?: readonly string[]
  /** Names of authors, which may have no file in `content/authors`. */
  authorNames?: readonly string[]
}

/** The result of linking. */
export interface Linked {
  /** Key of the linked body by file, for documents whose body contains deferred values. */
  bodies: ReadonlyMap<string, string>
  /** References without a target and, as warnings, labels that nothing refers to. */
  problems: Problem[]
}

/** Labels of an article that others may refer to, by name. */
interface LabelTable {
  linkable: Linkable
  labels: ReadonlyMap<string, Label>
  offset: number
}

/** Label tables by slug. */
type LabelIndex = ReadonlyMap<string, LabelTable>

/** What deferred values of all articles depend on. */
interface Targets {
  labels: LabelIndex
  /** URLs of documents by their files. */
  urls: ReadonlyMap<string, string>
  /** URLs of posts by the paths that authors may write for them. */
  posts: ReadonlyMap<string, string>
}

/** References without a target that are reported for one article: each is compared with all its labels. */
const maxMissingReported = 50

/**
 * Fill in the deferred values of bodies: the numbers of articles that continue others, and references between articles.
 * A body that contains such values is written again under a key made of everything that it depends on; nothing is
 * compiled again.
 *
 * @param folder in which bodies are stored
 */
export function linkDocuments(linkables: readonly Linkable[], folder: string): Linked {
  const { offsets, problems: numbering } = findOffsets(linkables)
  const index = indexLabels(linkables, offsets)
  const { used, problems: missing } = resolveReferences(linkables, index)
  const urls = new Map(linkables.map(({ document }) => [document.file, document.url]))
  const targets: Targets = { labels: index, urls, posts: indexPaths(linkables) }
  const bodies = new Map<string, string>()
  const failures: Problem[] = []
  for (const linkable of linkables) {
    const { document, compiled } = linkable
    if (!compiled.hasDeferredValues) continue
    const result = tryFile(document.file, () =>
      writeLinkedBody(folder, linkable, offsets.get(document) ?? 0, targets),
    )
    if ('problem' in result) failures.push(result.problem)
    else bodies.set(document.file, result.value)
  }
  return { bodies, problems: [...numbering, ...missing, ...findUnusedLabels(linkables, used), ...failures] }
}

/** The URL of each post by `/posts/:slug`, unless that is the URL of another post. */
function indexPaths(linkables: readonly Linkable[]): Map<string, string> {
  const posts = linkables.filter(({ document }) => document.file.startsWith(join(contentRoot, 'posts/')))
  return new Map([
    ...posts.map(({ document }) => [canonicalPath(postUrl(document.slug)), document.url] as const),
    ...posts.map(({ document }) => [canonicalPath(document.url), document.url] as const),
  ])
}

function indexLabels(linkables: readonly Linkable[], offsets: ReadonlyMap<Document, number>): LabelIndex {
  const index = new Map<string, LabelTable>()
  for (const linkable of linkables) {
    const { document, compiled } = linkable
    // If a post and a page have the same slug, references mean the post: posts come first.
    if (index.has(document.slug)) continue
    const labels = new Map((compiled.labels ?? []).map((label) => [label.name, label]))
    index.set(document.slug, { linkable, labels, offset: offsets.get(document) ?? 0 })
  }
  return index
}

/** Find the target of a reference into another article: `slug:label`. */
function findTarget(index: LabelIndex, name: string): (LabelTable & { label: Label }) | undefined {
  const colon = name.indexOf(':')
  const article = colon < 0 ? undefined : index.get(name.slice(0, colon))
  const label = article?.labels.get(name.slice(colon + 1))
  return article && label ? { ...article, label } : undefined
}

function resolveReferences(
  linkables: readonly Linkable[],
  index: LabelIndex,
): { used: ReadonlySet<Label>; problems: Problem[] } {
  const used = new Set<Label>()
  const problems: Problem[] = []
  for (const { document, compiled } of linkables) {
    let missing = 0
    for (const { name, source, line, column } of compiled.openReferences ?? []) {
      const target = findTarget(index, name)
      if (target) used.add(target.label)
      else if (++missing <= maxMissingReported)
        problems.push({ file: document.file, line, column, ...explainMissing(name, source, compiled, index) })
    }
  }
  return { used, problems }
}

function findUnusedLabels(linkables: readonly Linkable[], used: ReadonlySet<Label>): Problem[] {
  return linkables.flatMap(({ document, compiled }) =>
    (compiled.labels ?? [])
      // The name of a statement is also its URL fragment; the label of an equation only serves references.
      .filter((label) => label.kind === 'equation' && !label.used && !used.has(label))
      .map(({ line, column, name }) => ({
        file: document.file,
        line,
        column,
        rule: 'unused-label',
        severity: 'warning' as const,
        message: translate`Nothing refers to the label "${name}".`,
        hint: translate`Refer to it, or remove it.`,
      })),
  )
}

/** Tags that contain a reference to a tag that contains a reference…, through several articles. */
const maxNestedReferences = 8

/** The text of a deferred value in an article. */
function textOfValue(
  value: DeferredValue,
  { lang }: Pick<Document, 'lang'>,
  offset: number,
  targets: Targets,
  depth = 0,
): string {
  if (value.kind === 'number') return String(value.n + offset)
  const { labels, urls, posts } = targets
  if (value.kind === 'document') return urls.get(join(contentRoot, value.file)) ?? ''
  if (value.kind === 'post') return posts.get(canonicalPath(value.path)) ?? value.path
  const target = findTarget(labels, value.label)
  if (!target) return value.kind === 'url' ? '' : '??'
  if (depth > maxNestedReferences) return '??'
  const withNumbers = (text: string) =>
    fillDeferredValues(text, (inner) => {
      const found = textOfValue(inner, { lang }, target.offset, targets, depth + 1)
      // MathML contains no other formula.
      return text.includes('<math') ? plainNumber(found) : found
    })
  if (value.kind === 'url') return `${target.linkable.document.url}#${withNumbers(target.label.anchor)}`
  const { statements } = messages(lang)
  const label = { kind: target.label.kind, number: withNumbers(target.label.number) }
  return referenceText(value.form, label, statements)
}

/** Write a body with its deferred values filled in, unless it is written already. @returns its key */
function writeLinkedBody(
  folder: string,
  { document, compiled }: Linkable,
  offset: number,
  targets: Targets,
): string {
  const references = compiled.openReferences.map(({ name: label }) => [
    findTarget(targets.labels, label)?.label,
    textOfValue({ kind: 'url', label }, document, offset, targets),
    textOfValue({ kind: 'text', label, form: 'ref', lang: '' }, document, offset, targets),
  ])
  const links = compiled.links.map(({ file, href }) =>
    file === undefined
      ? targets.posts.get(canonicalPath(href.replace(/[?#].*$/, '')))
      : targets.urls.get(join(contentRoot, file)),
  )
  const key = hash(compiled.key, offset, references, links)
  if (existsSync(join(folder, bodyFile(key)))) return key
  // The text is JSON, and deferred values are inside its strings.
  const fill = (value: DeferredValue) =>
    JSON.stringify(textOfValue(value, document, offset, targets)).slice(1, -1)
  const text = fillDeferredValues(readBodyText(folder, compiled.key), fill)
  writeBody(folder, key, readTexts(folder, compiled.key), text)
  return key
}

/** Count the numbers before each article that continues the previous part of its series. */
function findOffsets(linkables: readonly Linkable[]): {
  offsets: ReadonlyMap<Document, number>
  problems: Problem[]
} {
  const offsets = new Map<Document, number>()
  const problems: Problem[] = []
  const bySeries = new Map<string, Linkable[]>()
  for (const linkable of linkables) {
    const { series, file } = linkable.document
    const continues = readNumbering(linkable.numbering)?.continues ?? false
    if (series !== undefined) pushToList(bySeries, series, linkable)
    else if (continues) {
      problems.push({
        file,
        ...placeOf(file, 'numbering'),
        rule: 'numbering',
        message: translate`Found \`numbering: continue\` in an article that belongs to no series.`,
        hint: translate`Set series and part, or a first number: numbering: { start: 50 }.`,
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
  return { offsets, problems }
}

function explainMissing(
  name: string,
  source: string,
  compiled: Compiled,
  index: LabelIndex,
): Pick<Problem, 'rule' | 'message' | 'hint'> {
  const colon = name.indexOf(':')
  const other = colon < 0 ? undefined : index.get(name.slice(0, colon))
  const own = compiled.labels.map((label) => label.name)
  if (other) {
    const labels = [...other.labels.keys()]
    return {
      rule: 'reference',
      message: translate`Found ${source}; the article "${name.slice(0, colon)}" has no label "${name.slice(colon + 1)}".`,
      hint: translate`Its labels are ${listed(labels.slice(0, 12)) || translate`(none)`}.`,
    }
  }
  const guess = nearest(name, own)
  return {
    rule: 'reference',
    message: translate`Found ${source}; this article has no label of that name.`,
    hint: guess
      ? translate`Did you mean ${guess}?`
      : translate`Add \\label{${name}} to the equation, or write other-slug:label to refer to another article.`,
  }
}
