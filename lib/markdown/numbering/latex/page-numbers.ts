import type { Root } from 'hast'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { messages } from '../../../site/i18n'
import { fillDeferredValues } from '../../print/deferred-value'
import type { Problem } from '../../problems/problem'
import { rehypeNumbers } from '../../rehype/rehype-numbers'
import { remarkMathSyntax } from '../../remark/remark-math-syntax'
import { remarkStatements } from '../../remark/remark-statements'
import { readDisplay } from '../../tex/display'
import { createTypesetters } from '../../tex/katex/formula'
import { plainNumber } from '../label'
import { readNumbering } from '../numbering'

const typeset = createTypesetters()({})

/** The numbers of a page, in one line each. */
export interface PageNumbers {
  /** Of all rows, `-` for none. */
  numbers: string
  /** Of each label: `x=1 y=2`. */
  labels: string
  problems: Problem[]
}

/** The numbers that an article shows. */
export async function numbersOf(source: string, numbering?: unknown): Promise<PageNumbers> {
  const file = new VFile({ value: source })
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkMath)
    .use(remarkMathSyntax, { brackets: false })
    .use(remarkStatements)
    .use(remarkRehype)
    .use(rehypeNumbers, {
      numbering: readNumbering(numbering) ?? { start: 1, continues: false, bySection: false },
      theorems: 'together',
      names: messages('en').statements,
      typeset,
    })
  const tree = (await processor.run(processor.parse(file), file)) as Root
  const numbers: string[] = []
  visit(tree, 'element', ({ data }) => {
    const { equation } = data ?? {}
    if (!equation?.display) return
    let next = 0
    for (const row of readDisplay(equation.katex).rows) {
      const mark = row.tags.length > 0 ? equation.marks[next++] : undefined
      numbers.push(mark?.kind === 'number' ? show(mark.number) : '-')
    }
  })
  const labels = (file.data.labels ?? []).map(({ name, number }) => `${name}=${show(number)}`)
  return { numbers: numbers.join(' '), labels: labels.join(' '), problems: file.data.problems ?? [] }
}

/** A number that continues a series, as `+3`: linking adds the numbers of earlier parts. */
function show(number: string): string {
  return fillDeferredValues(plainNumber(number), (value) => (value.kind === 'number' ? `+${value.n}` : ''))
}
