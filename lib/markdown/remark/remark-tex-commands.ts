import type { Literal, Nodes, Paragraph, Parents, Root } from 'mdast'
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown'
import type { Processor } from 'unified'
import type { VFile } from 'vfile'
import { translate } from '../../site/messages/translate.mjs'
import { commandHint, environmentHint, needsDollars } from '../dialects/tex-hints'
import { report } from '../problems/problem'
import type { TexEnvironment } from '../syntax'
import { codes } from '../syntax/codes'
import { environments } from '../syntax/environments'
import { texCommand } from '../syntax/tex-command'
import { SKIP, visit } from '../tree/visit'

/** A command of TeX outside of formulas, with its arguments. The page shows its source. */
export interface TexCommand extends Literal {
  type: 'texCommand'
}

declare module 'mdast' {
  interface PhrasingContentMap {
    texCommand: TexCommand
  }
  interface RootContentMap {
    texCommand: TexCommand
  }
}

/**
 * Report TeX outside of formulas: commands and environments that are not part of the language, such as `\cite{x}` and
 * `\begin{theorem}`. The page shows their source. Use it before `remarkMathSyntax`.
 */
export function remarkTexCommands(this: Processor) {
  const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] }
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    { text: { [codes.backslash]: texCommand } },
  ]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), fromMarkdown]
  return reportTexCommands
}

/** Report the commands and environments in a tree. */
export function reportTexCommands(tree: Root, file: VFile): void {
  const reported: Reported = { warnings: new WeakSet(), errors: new WeakSet() }
  const source = String(file)
  visit(tree, (node, _, parent) => {
    if (node.type !== 'texCommand' && node.type !== 'texEnvironment') return
    // Delimiters that the site does not use are reported as such.
    if (!parent || isInBrackets(node, parent, source)) return
    if (node.type === 'texEnvironment') {
      report(file, node, explainEnvironment(node))
      return SKIP
    }
    const problem = explainCommand(node, parent as Paragraph, reported)
    if (problem) report(file, node, problem)
    return
  })
}

const fromMarkdown: FromMarkdownExtension = {
  enter: {
    texCommand(token) {
      this.enter({ type: 'texCommand', value: this.sliceSerialize(token) }, token)
      this.exit(token)
    },
  },
}

/** Paragraphs in which an unknown command was reported. One may have many, and one cause. */
interface Reported {
  warnings: WeakSet<Paragraph>
  errors: WeakSet<Paragraph>
}

type Explanation = Parameters<typeof report>[2]

function explainEnvironment({ name, value, position }: TexEnvironment): Explanation {
  const start = position?.start.offset
  const end = position?.end.offset
  // In a quote, the source of its lines contains more than the environment.
  const isCertain = needsDollars(name) && start !== undefined && end !== undefined
  return {
    rule: 'tex',
    message: translate`Found \\begin{${name}} outside of a formula.`,
    hint: environmentHint(name),
    ...(isCertain && end - start === value.length && { fix: { start, end, text: `$$${value}$$` } }),
  }
}

/** @returns undefined if the command need not be reported, or another problem explains it */
function explainCommand(
  command: TexCommand,
  paragraph: Paragraph,
  { warnings, errors }: Reported,
): Explanation | undefined {
  const [, name = '', rest = ''] = /^\\([a-zA-Z]+)(.*)$/s.exec(command.value) ?? []
  if (name === 'begin' || name === 'end') return explainLoneEnd(name, rest)
  const hint = commandHint(name)
  if (rest === '' && isPath(command, paragraph)) return undefined
  // A formula that is not closed is reported as such.
  if (hasOpenFormula(paragraph)) return undefined
  if (hint) return { rule: 'tex', message: translate`Found \\${name} outside of a formula.`, hint }
  const known = rest === '' ? warnings : errors
  if (known.has(paragraph)) return undefined
  known.add(paragraph)
  return {
    rule: 'tex',
    message: translate`Found \\${name} outside of a formula; readers would see the command.`,
    hint: translate`Put the formula between dollars: $…$. Put text in backquotes to show it as it is.`,
    ...(rest === '' && { severity: 'warning' as const }),
  }
}

/** The start or the end of an environment without the other. */
function explainLoneEnd(command: 'begin' | 'end', rest: string): Explanation | undefined {
  const environment = /^\{([^{}]*)\}/.exec(rest)?.[1]
  if (environment === undefined || environment === 'subequations') return undefined
  const [found, missing] = command === 'begin' ? ['begin', 'end'] : ['end', 'begin']
  return {
    rule: 'unclosed',
    message: translate`Found \\${found}{${environment}} without its \\${missing}{${environment}} in the same paragraph.`,
    hint: environments.has(environment)
      ? translate`Add \\${missing}{${environment}}, and remove blank lines in the formula. Put it in backquotes to show it as code.`
      : environmentHint(environment),
  }
}

/** Does the paragraph contain a delimiter of formulas as text? */
function hasOpenFormula({ children }: Paragraph): boolean {
  return children.some(
    (child) =>
      (child.type === 'text' && /\$(?!\d)/.test(child.value)) ||
      (child.type === 'texCommand' && isLoneBegin(child)),
  )
}

/** Is the last bracket with a backslash before a command an opening one, as in `\(\alpha`? */
export function isInBrackets(node: Nodes, parent: Parents, source: string): boolean {
  const before = source.slice(parent.position?.start.offset ?? 0, node.position?.start.offset ?? 0)
  const [last] = [...before.slice(-600).matchAll(/\\[()[\]]/g)].slice(-1).flat()
  return last === '\\(' || last === '\\['
}

/** Is this the start of an environment that is not closed? */
export function isLoneBegin({ value }: TexCommand): boolean {
  return value.startsWith('\\begin{')
}

/** Is this part of a path, as in `C:\Users\name`? */
function isPath(command: TexCommand, { children }: Paragraph): boolean {
  const before = children[children.indexOf(command) - 1]
  return before?.type === 'texCommand' || (before?.type === 'text' && /[\w:.]$/.test(before.value))
}
