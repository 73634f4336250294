import type { Element } from 'hast'
import { translate } from '../../site/messages/translate.mjs'
import { report } from '../problems/problem'
import { equationAnchor } from './anchors'
import { type ArticleNumbers, addNumbered } from './article-numbers'

/** Carry out a command of LaTeX in running text (`text-command.ts`). */
export function runTextCommand(numbers: ArticleNumbers, element: Element): void {
  const command = String(element.properties.dataCommand)
  const args = readArguments(element.properties.dataArguments)
  const [first = '', second = ''] = args
  switch (command) {
    case 'label':
      labelSubequations(numbers, element, first)
      return
    case 'setcounter':
    case 'addtocounter':
      changeCounter(numbers, element, command, second)
      return
    case 'allowdisplaybreaks':
      return
    default:
      reportForm(numbers, element, command, args)
  }
}

/** The arguments as the parser wrote them; none for an author's HTML with this attribute. */
function readArguments(value: unknown): string[] {
  try {
    const read: unknown = JSON.parse(String(value))
    return Array.isArray(read) ? read.map(String) : []
  } catch {
    return []
  }
}

/** `\label{s}` between `\begin{subequations}` and its end is the label of all of them. */
function labelSubequations(numbers: ArticleNumbers, element: Element, name: string): void {
  const { subequations } = numbers
  if (!subequations) {
    report(numbers.file, element, {
      rule: 'label',
      message: translate`Found \\label{${name}} in running text, where nothing has a number.`,
      hint: translate`Put it into the formula. For a theorem, figure or table, write {#name} after its kind; headings have links of their own.`,
    })
    return
  }
  const { number } = subequations
  if (subequations.anchor === undefined) {
    subequations.anchor = numbers.anchors.reserve(equationAnchor(name))
    subequations.element.properties.id = subequations.anchor
    addNumbered(numbers, 'equation', number, subequations.anchor, name)
  }
  numbers.labels.add({ name, kind: 'equation', number, anchor: subequations.anchor }, element.position?.start)
}

/** `\setcounter{equation}{7}`: the next number is 8. */
function changeCounter(numbers: ArticleNumbers, element: Element, command: string, text: string): void {
  if (command === 'setcounter' && numbers.continues && !numbers.subequations) {
    report(numbers.file, element, {
      rule: 'numbering',
      message: translate`Found \\setcounter{equation} in an article whose numbers continue those of another.`,
      hint: translate`Remove it, or remove numbering: continue from the front matter.`,
    })
    return
  }
  if (/^-?\d{1,6}$/.test(text)) {
    numbers.equations.change(command === 'setcounter' ? 'set' : 'add', Number(text))
    return
  }
  report(numbers.file, element, {
    rule: 'numbering',
    message: translate`Found \\${command}{equation}{${text}}; expected a whole number.`,
    hint: translate`Write the number itself, or set the field numbering in the front matter.`,
  })
}

function reportForm({ file }: ArticleNumbers, element: Element, command: string, args: string[]): void {
  report(file, element, {
    rule: 'numbering',
    message: translate`Found \\${command}{${args.join('}{')}}; an article does not set the form of its numbers in the text.`,
    hint: translate`Set the field numbering in the front matter: { by: section } for (2.1), { start: 8 }, or continue. For a letter before a number, use \\tag.`,
  })
}
