import { describe, expect, test } from 'vitest'
import { readBibliography } from './bibliography'

const file = 'content/references.bib'
const bib = `
@book{hua1957, author = {华罗庚}, title = {数论导引}, publisher = {科学出版社}, address = {北京}, year = {1957}}
@article{shannon1948, author = {Shannon, Claude E.}, title = {A Mathematical Theory of Communication},
  journal = {Bell System Technical Journal}, year = {1948}, volume = {27}, number = {3}, pages = {379--423}}
@inproceedings{many, author = {Adams, A. and Brown, B. and Clark, C. and Davis, D.}, title = {Four},
  booktitle = {Proceedings}, year = {2001}}
@book{sizhe, author = {甲一 and 乙二 and 丙三 and 丁四}, title = {四人}, publisher = {社}, year = {2002}}
`
const { format, has, problems } = readBibliography(bib, file)
const gb = { style: 'gb-t-7714', lang: 'zh-CN' } as const

describe('GB/T 7714', () => {
  const { clusters, entries } = format(
    [
      [{ key: 'shannon1948' }],
      [{ key: 'hua1957', locator: '第 3 节' }],
      [{ key: 'hua1957' }, { key: 'shannon1948' }],
    ],
    gb,
  )

  test('numbers works in the order of the text', () => {
    expect(clusters).toEqual(['[1]', '[2, 第 3 节]', '[1, 2]'])
    expect(entries.map(({ key }) => key)).toEqual(['shannon1948', 'hua1957'])
  })

  test('prints a journal article and a Chinese book by the standard', () => {
    expect(entries[0]?.html).toBe(
      '[1] SHANNON C E. A Mathematical Theory of Communication[J]. Bell System Technical Journal, 1948, 27(3): 379–423.',
    )
    expect(entries[1]?.html).toBe('[2] 华罗庚. 数论导引[M]. 北京: 科学出版社, 1957.')
  })

  test('shortens more than three authors in the language of the work', () => {
    const works = format([[{ key: 'many' }, { key: 'sizhe' }]], gb).entries
    expect(works[0]?.html).toContain('ADAMS A, BROWN B, CLARK C, et al. Four[C]//Proceedings')
    expect(works[1]?.html).toContain('甲一, 乙二, 丙三, 等. 四人[M]')
  })
})

test('other styles of citation-js work by name', () => {
  const { clusters, entries } = format([[{ key: 'shannon1948' }]], { style: 'apa', lang: 'en' })
  expect(clusters).toEqual(['(Shannon, 1948)'])
  expect(entries[0]?.html).toContain('<i>Bell System Technical Journal</i>')
})

test('an unknown style is refused with the names of those there are', () => {
  expect(() => format([[{ key: 'hua1957' }]], { style: 'mla', lang: 'en' })).toThrow(
    'found "mla"; expected one of gb-t-7714, apa, vancouver, harvard1',
  )
})

test('one call leaves nothing behind for the next', () => {
  const once = () => format([[{ key: 'many' }]], gb)
  expect(once()).toEqual(once())
})

test('a file in order has no problems, and knows its keys', () => {
  expect(problems).toEqual([])
  expect([has('hua1957'), has('nobody')]).toEqual([true, false])
})

test('a syntax error is reported with its place', () => {
  const broken = readBibliography('@book{a,\n  title = {x\n}\n@book{b', file)
  expect(broken.problems).toMatchObject([{ file, line: 4, rule: 'bibliography' }])
})

test('a key taken twice is reported at the second', () => {
  const twins = readBibliography('@book{a, title={x}}\n@book{a, title={y}}', file)
  expect(twins.problems).toMatchObject([{ line: 2, message: 'The key "a" is already that of line 1.' }])
})
