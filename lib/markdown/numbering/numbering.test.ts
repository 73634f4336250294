import { describe, expect, test } from 'vitest'
import { equation } from './latex/environments'
import { numbersOf } from './latex/page-numbers'
import { writtenCases } from './latex/written-cases'
import { readNumbering } from './numbering'

describe.each(Object.entries(writtenCases))('%s', (_, group) => {
  for (const [latex, expected, labels] of group) {
    test(`${latex} → ${expected}`, async () => {
      const found = await numbersOf(latex)
      expect(found.problems).toEqual([])
      expect(found.numbers).toBe(expected)
      if (labels !== undefined) expect(found.labels).toBe(labels)
    })
  }
})

test('there are at least sixty cases', () => {
  expect(Object.values(writtenCases).flat().length).toBeGreaterThanOrEqual(60)
})

describe('the field numbering', () => {
  const two = `## 一\n\n${equation('a')}\n\n## 二\n\n${equation('b')}\n\n${equation('c')}`

  // \setcounter{equation}{49}
  test('starts the counter', async () => {
    expect((await numbersOf(two, { start: 50 })).numbers).toBe('50 51 52')
  })

  // \numberwithin{equation}{section}
  test('puts the section before the number, and restarts in each section', async () => {
    expect((await numbersOf(two, { by: 'section' })).numbers).toBe('1.1 2.1 2.2')
  })

  test('puts the section before the numbers of subequations and theorems too', async () => {
    const source = `## 一\n\n\\begin{subequations}${equation('a')}\\end{subequations}\n\n## 二\n\n:::theorem{#t}\nx\n:::`
    const { numbers, labels } = await numbersOf(source, { by: 'section' })
    expect([numbers, labels]).toEqual(['1.1a', 't=2.1'])
  })

  test('defers numbers that continue a series', async () => {
    expect((await numbersOf(two, 'continue')).numbers).toBe('+1 +2 +3')
  })

  test('allows no \\setcounter if numbers continue a series', async () => {
    const source = `\\setcounter{equation}{7}\n\n${equation('a')}`
    expect(await numbersOf(source, 'continue')).toMatchObject({
      numbers: '+1',
      problems: [{ rule: 'numbering' }],
    })
  })

  test.each([['next'], [{ start: 'x' }], [{ by: 'page' }], [{ start: 2, by: 'section' }], [3]])(
    'refuses %j',
    (value) => expect(readNumbering(value)).toBeUndefined(),
  )
})

describe('statements', () => {
  const source = [':::theorem{#a}\nx\n:::', ':::lemma{#b}\nx\n:::', ':::theorem{#c}\nx\n:::'].join('\n\n')

  test('share a counter', async () => {
    expect((await numbersOf(source)).labels).toBe('a=1 b=2 c=3')
  })

  test('figures and tables have their own counters', async () => {
    const figures = [':::figure{#f title="x"}\nx\n:::', ':::table{#t title="x"}\nx\n:::'].join('\n\n')
    expect((await numbersOf(`${source}\n\n${figures}`)).labels).toBe('a=1 b=2 c=3 f=1 t=1')
  })
})
