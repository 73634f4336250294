import type { Element } from 'hast'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { messages } from '../../site/i18n'
import { createTypesetters } from '../tex/katex/formula'
import { createAnchors, equationAnchor } from './anchors'
import { addNumbered, createArticleNumbers, enterSection } from './article-numbers'
import { createEquationCounter } from './equation-counter'
import { createLabels } from './labels'
import { numberDisplay } from './number-equations'
import { numberStatement } from './number-statements'
import { numberSubequations, reportOpenSubequations } from './number-subequations'
import { plainNumbering } from './numbering'
import { createReferences, readLoneReference, resolveReference } from './references'
import { createStatementCounter } from './statement-counter'
import { runTextCommand } from './text-commands'

const element = (properties: Element['properties'] = {}): Element => ({
  type: 'element',
  tagName: 'div',
  properties,
  children: [],
})
const names = messages('en').statements
const typeset = createTypesetters()({})

test('anchors are unique, also when a suffix is taken already', () => {
  const anchors = createAnchors()
  const wanted = ['a', 'a', 'a-2', 'a', 'b']
  expect(wanted.map((anchor) => anchors.reserve(anchor))).toEqual(['a', 'a-2', 'a-2-2', 'a-3', 'b'])
})

test.each([
  ['eq:x', 'eq-x'],
  ['energy', 'eq-energy'],
  ['eqn-能量 1', 'eq-能量-1'],
])('the equation %s has the anchor %s', (name, anchor) => expect(equationAnchor(name)).toBe(anchor))

test('a label that is defined twice is reported with the line of the first', () => {
  const file = new VFile()
  const labels = createLabels(file)
  const label = { name: 'x', kind: 'equation', number: '1', anchor: 'eq-x' } as const
  labels.add(label, { line: 3, column: 1 })
  labels.add(label, { line: 5, column: 2 })
  expect(labels.list).toEqual([{ ...label, line: 3, column: 1, used: false }])
  expect(file.data.problems).toMatchObject([
    { line: 5, column: 2, rule: 'label', message: expect.stringContaining('line 3') },
  ])
})

describe('counters', () => {
  test('equations of a group have letters, and 27 is aa', () => {
    const counter = createEquationCounter(plainNumbering)
    expect(counter.next()).toBe('1')
    expect(counter.enterSubequations()).toBe('2')
    const letters = Array.from({ length: 27 }, () => counter.next())
    expect([letters[0], letters[25], letters[26]]).toEqual(['2a', '2z', '2aa'])
    counter.leaveSubequations()
    expect([counter.next(), counter.count()]).toEqual(['3', 3])
  })

  test('statements share a counter or have one each; figures always have their own', () => {
    const kinds = ['theorem', 'lemma', 'figure', 'theorem']
    const count = (theorems: 'together' | 'apart') => {
      const counter = createStatementCounter(plainNumbering, theorems)
      return kinds.map((kind) => counter.next(kind))
    }
    expect(count('together')).toEqual(['1', '2', '1', '3'])
    expect(count('apart')).toEqual(['1', '1', '1', '2'])
  })

  test('statements restart in each section if equations do', () => {
    const counter = createStatementCounter({ ...plainNumbering, bySection: true }, 'together')
    counter.enterSection()
    expect([counter.next('theorem'), counter.next('lemma')]).toEqual(['1.1', '1.2'])
    counter.enterSection()
    expect(counter.next('theorem')).toBe('2.1')
  })
})

describe('the numbers of an article', () => {
  const createNumbers = () => createArticleNumbers(new VFile(), plainNumbering, 'together')

  test('a display records its rows, and its TeX contains marks instead of numbers', () => {
    const numbers = createNumbers()
    const source = '\\begin{align}a\\label{eq:a}\\\\b\\notag\\\\c\\end{align}'
    const { katex, marks } = numberDisplay(numbers, element(), source, typeset)
    expect(numbers.numbered).toEqual([
      { kind: 'equation', number: '1', anchor: 'eq-a', label: 'eq:a' },
      { kind: 'equation', number: '2', anchor: 'eq-2' },
    ])
    expect(marks.map((mark) => mark.kind === 'number' && mark.number)).toEqual(['1', '2'])
    expect(katex.match(/\\tag\*/g)).toHaveLength(2)
    expect(katex).not.toContain('\\label')
  })

  test('a statement gets its number as id and head', () => {
    const numbers = createNumbers()
    const theorem = element()
    numberStatement(numbers, theorem, 'theorem', names)
    expect(theorem.properties.id).toBe('theorem-1')
    expect(JSON.stringify(theorem.children)).toContain(`${names.theorem} 1`)
  })

  test('the first of two figures with the same file gets its name, and no problem is reported', () => {
    const numbers = createNumbers()
    for (let n = 0; n < 2; n++) numberStatement(numbers, element({ dataName: 'fig-curve' }), 'figure', names)
    expect(numbers.numbered.map(({ anchor }) => anchor)).toEqual(['fig-curve', 'figure-2'])
    expect(numbers.file.data.problems).toBeUndefined()
  })

  test('subequations that are not closed are reported', () => {
    const numbers = createNumbers()
    numberSubequations(numbers, element({ dataSubequations: 'begin' }))
    runTextCommand(numbers, element({ dataCommand: 'label', dataArguments: '["s"]' }))
    expect(numbers.labels.list).toMatchObject([{ name: 's', number: '1' }])
    reportOpenSubequations(numbers)
    expect(numbers.file.data.problems).toMatchObject([{ rule: 'subequations' }])
  })

  test('a new section restarts both counters', () => {
    const numbers = createArticleNumbers(new VFile(), { ...plainNumbering, bySection: true }, 'together')
    enterSection(numbers)
    expect([numbers.equations.next(), numbers.statements.next('theorem')]).toEqual(['1.1', '1.1'])
  })

  test('a number is recorded as plain text', () => {
    const numbers = createNumbers()
    addNumbered(numbers, 'equation', '<math><mo>∗</mo><annotation>*</annotation></math>', 'eq-x', undefined)
    expect(numbers.numbered).toEqual([{ kind: 'equation', number: '∗', anchor: 'eq-x' }])
  })
})

describe('references', () => {
  const createFile = () => {
    const file = new VFile()
    file.data.labels = [
      { name: 'x', kind: 'equation', number: '1', anchor: 'eq-x', line: 1, column: 1, used: false },
    ]
    return file
  }

  test('to a label of the article are links, and mark it as used', () => {
    const references = createReferences(createFile(), names, 'en')
    const resolved = resolveReference(references, 'eqref', 'x', '\\eqref{x}', undefined)
    expect(resolved).toEqual({ href: '#eq-x', text: '(1)' })
    expect([...references.used]).toEqual(['x'])
    expect(references.open).toEqual([])
  })

  test('to any other label are open, with their position', () => {
    const references = createReferences(createFile(), names, 'en')
    resolveReference(references, 'ref', 'other:y', '\\ref{other:y}', { line: 4, column: 2 })
    expect(references.open).toEqual([{ name: 'other:y', source: '\\ref{other:y}', line: 4, column: 2 }])
  })

  test('that are alone in an inline formula are recognised', () => {
    const formula = { display: false, environment: '', katex: '', marks: [] }
    expect(readLoneReference({ ...formula, source: ' \\eqref{ x } ' })).toEqual({ form: 'eqref', name: 'x' })
    expect(readLoneReference({ ...formula, source: 'a\\eqref{x}' })).toBeUndefined()
    expect(readLoneReference({ ...formula, source: '\\eqref{x}', display: true })).toBeUndefined()
  })
})
