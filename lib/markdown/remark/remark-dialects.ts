import type { Nodes, Parents, Root } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import type {} from 'mdast-util-math'
import type {} from 'mdast-util-mdx'
import type { VFile } from 'vfile'
import { translate } from '../../site/messages/translate.mjs'
import { type Dialect, dialects, masked, mayBeDialect } from '../dialects/markdown-dialects'
import { nearest } from '../problems/nearest'
import { report } from '../problems/problem'
import { pointAt } from '../tex/source-position'
import { visit } from '../tree/visit'

/**
 * Report syntax of other programs that readers would see as text, and footnotes without a text or a reference. The tree does
 * not change.
 *
 *     [[链接]] ==重点== {% raw %} ::: theorem [^9]
 */
export function remarkDialects() {
  return (tree: Root, file: VFile): void => {
    const source = String(file)
    const notes = new Map<string, Nodes>()
    const references = new Set<string>()
    const undefinedNotes: UndefinedNote[] = []
    visit(tree, (node) => {
      if (node.type === 'footnoteDefinition') notes.set(node.identifier, node)
      else if (node.type === 'footnoteReference') references.add(node.identifier)
      else if (node.type === 'inlineMath') checkFormula(node, file)
      else if (node.type === 'html') checkHtml(node, source, file)
      else if (node.type === 'containerDirective') checkTitle(node, file)
      if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return
      const { start, end } = node.position ?? {}
      if (start?.offset === undefined || end?.offset === undefined) return
      if (!mayBeDialect.test(source.slice(start.offset, end.offset))) return
      const prose = maskCode(node, source, start.offset, end.offset)
      for (const dialect of dialects) reportMatches(file, source, prose, start.offset, dialect)
      for (const { index, 1: name = '' } of prose.matchAll(/\[\^([^\]\s^]{1,200})\](?!:)/g))
        undefinedNotes.push({ name, offset: start.offset + index })
    })
    for (const note of undefinedNotes)
      reportUndefinedNote(file, note, [...notes.keys()].slice(0, maxCompared))
    for (const [name, node] of notes) if (!references.has(name)) reportUnusedNote(file, name, node)
  }
}

/** Footnotes with which an undefined one is compared. */
const maxCompared = 50

interface UndefinedNote {
  name: string
  offset: number
}

function reportUndefinedNote(file: VFile, { name, offset }: UndefinedNote, names: readonly string[]): void {
  const guess = name.length > 2 ? nearest(name, names) : undefined
  report(file, pointAt(file, offset), {
    rule: 'footnote',
    severity: 'warning',
    message: translate`Found [^${name}]; no footnote has that name.`,
    hint: guess
      ? translate`Did you mean [^${guess}]?`
      : translate`Add its text on a line of its own: [^${name}]: text.`,
  })
}

function reportUnusedNote(file: VFile, name: string, node: Nodes): void {
  report(file, node, {
    rule: 'footnote',
    severity: 'warning',
    message: translate`Found the text of the footnote [^${name}], which nothing refers to; readers do not see it.`,
    hint: translate`Write [^${name}] at the place in the text, or remove it.`,
  })
}

function reportMatches(file: VFile, source: string, prose: string, start: number, dialect: Dialect): void {
  for (const match of prose.matchAll(dialect.pattern)) {
    if (dialect.accepts && !dialect.accepts(match)) continue
    const from = start + match.index
    const to = from + match[0].length
    const text = fixOf(dialect, match, source.slice(from, to))
    const lead = /^[\s>]*/.exec(match[0])?.[0].length ?? 0
    report(file, pointAt(file, from + lead), {
      rule: 'dialect',
      ...(!dialect.isError && { severity: 'warning' as const }),
      ...explain(dialect, match, source.slice(from + lead, to)),
      ...(text !== undefined && { fix: { start: from, end: to, text } }),
    })
  }
}

/** @param source the text that was found, without masks */
function explain(
  { name, hint }: Dialect,
  match: RegExpExecArray,
  source: string,
): { message: string; hint: string } {
  const [line = ''] = source.split('\n')
  const found = line.length > 40 ? `${line.slice(0, 40)}…` : line
  return {
    message: translate`Found ${found}: ${name}. Readers would see it as text.`,
    hint: typeof hint === 'string' ? hint : hint(match),
  }
}

/** The replacement of a match. Masked characters do not change. */
function fixOf({ fix, pattern }: Dialect, match: RegExpExecArray, source: string): string | undefined {
  if (!fix || !match[0].includes(masked)) return fix?.(match)
  const whole = new RegExp(`^(?:${pattern.source})$`, pattern.flags.replace('g', '')).exec(source)
  return whole ? fix(whole) : undefined
}

/** The source of a block, in which code, formulas, links and tags are masked. Offsets do not change. */
function maskCode(block: Parents, source: string, start: number, end: number): string {
  let prose = ''
  let done = start
  const mask = (from: number | undefined, to: number | undefined) => {
    if (from === undefined || to === undefined || from < done || to > end) return
    prose += source.slice(done, from) + source.slice(from, to).replace(/(?!^`)[^\n]/g, masked)
    done = to
  }
  const maskIn = ({ children }: Parents) => {
    for (const child of children) {
      const from = child.position?.start.offset
      const to = child.position?.end.offset
      // TeX may be part of a formula between brackets, which are text.
      if (/^(text|break|texCommand|texEnvironment)$/.test(child.type)) continue
      if (!('children' in child) || isAddress(child)) mask(from, to)
      else {
        const isMasked = child.type === 'mdxJsxTextElement' || /^link/.test(child.type)
        if (isMasked) mask(from, child.children[0]?.position?.start.offset ?? to)
        maskIn(child)
        if (isMasked) mask(child.children.at(-1)?.position?.end.offset ?? to, to)
      }
    }
  }
  maskIn(block)
  return prose + source.slice(done, end)
}

/** Is this a link whose text is an address? */
function isAddress(node: Nodes): boolean {
  if (node.type !== 'link') return false
  const [text] = node.children
  return text?.type === 'text' && /^(?:https?:|www\.|mailto:)|^[\w.+-]+@[\w.-]+$/.test(text.value)
}

/** The title of a statement that is an attribute. */
function checkTitle(node: ContainerDirective, file: VFile): void {
  const title = node.attributes?.title ?? ''
  if (!mayBeDialect.test(title)) return
  const prose = title.replace(/\$[^$]+\$|`[^`]+`/g, (text) => masked.repeat(text.length))
  for (const dialect of dialects) {
    const match = new RegExp(dialect.pattern.source, dialect.pattern.flags.replace('g', '')).exec(prose)
    if (!match || dialect.accepts?.(match) === false) continue
    const { message, hint } = explain(dialect, match, match[0])
    report(file, node, { rule: 'dialect', severity: 'warning', message, hint })
  }
}

/** Components in .md, where the parser of HTML would make them elements that no browser knows. */
function checkHtml(node: Nodes & { value: string }, source: string, file: VFile): void {
  for (const { index, 1: name = '' } of node.value.matchAll(
    /<([A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*)(?=[\s/>])/g,
  )) {
    const start = node.position?.start.offset ?? 0
    // In a quote, the value lacks the markers of the lines.
    const offset = source.indexOf(`<${name}`, start + index)
    report(file, offset < 0 ? node : pointAt(file, offset), {
      rule: 'component',
      message: translate`Found <${name}> in an .md file, in which components are not available; readers would see nothing.`,
      hint: translate`Name the file .mdx, or write \\< for the character.`,
    })
  }
}

/** Formulas with a part of another program's delimiters. */
function checkFormula(node: Nodes & { value: string }, file: VFile): void {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  const [, code] = /^`([^`]+)`$/.exec(node.value) ?? []
  const [, tex] = /^latex\s+([\s\S]+)$/.exec(node.value) ?? []
  const inner = code ?? tex
  if (inner === undefined) return
  report(file, node, {
    rule: 'dialect',
    severity: 'warning',
    message:
      code === undefined
        ? translate`Found a formula of WordPress: here latex would be part of it.`
        : translate`Found a formula of GitLab: here the backquotes would be part of it.`,
    hint: translate`Write the TeX only: $…$.`,
    ...(start !== undefined &&
      end === start + node.value.length + 2 && { fix: { start, end, text: `$${inner}$` } }),
  })
}
