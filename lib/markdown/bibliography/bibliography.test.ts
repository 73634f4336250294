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
@inproceedings{edited, author = {Adams, A.}, title = {One}, booktitle = {All}, editor = {Editor, E.}, year = {2003}}
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
    expect(clusters).toEqual(['[1]', '[2, 第 3 节]', '[1,2]'])
    expect(entries.map(({ key }) => key)).toEqual(['shannon1948', 'hua1957'])
  })

  test('formats a journal article and a Chinese book by the standard', () => {
    expect(entries[0]?.html).toBe(
      '[1] SHANNON C E. A Mathematical Theory of Communication[J]. Bell System Technical Journal, 1948, 27(3): 379-423.',
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

test.each([
  ['zh-CN', '(甲一等, 2002)', '编'],
  ['zh-TW', '(甲一等, 2002)', '編'],
  ['ja', '(甲一ほか, 2002)', '編'],
  ['en', '(甲一 et al., 2002)', 'Ed.'],
] as const)('terms are in the language of the article: %s', (lang, citation, editor) => {
  const { clusters, entries } = format([[{ key: 'sizhe' }], [{ key: 'edited' }]], { style: 'apa', lang })
  expect(clusters[0]).toBe(citation)
  expect(entries.map(({ html }) => html).join()).toContain(`E. Editor (${editor})`)
})

test('GB/T 7714 shortens English authors in English, also in a Japanese article', () => {
  const [entry] = format([[{ key: 'many' }]], { style: 'gb-t-7714', lang: 'ja' }).entries
  expect(entry?.html).toContain('CLARK C, et al. Four')
})

test('an unknown style throws, with the names of the known ones', () => {
  expect(() => format([[{ key: 'hua1957' }]], { style: 'mla', lang: 'en' })).toThrow(
    'found "mla"; expected one of gb-t-7714, apa, vancouver, harvard1',
  )
})

test('calls do not affect each other', () => {
  const once = () => format([[{ key: 'many' }]], gb)
  expect(once()).toEqual(once())
})

test('works of several bibliographies do not replace each other', () => {
  const print = (title: string) =>
    readBibliography(`@book{a, title = {${title}}}`, file).format([[{ key: 'a' }]], gb).entries[0]?.html
  expect(['A', 'B', 'A'].map(print)).toEqual(['[1] A[M].', '[1] B[M].', '[1] A[M].'])
})

test.each(['__proto__', 'constructor', '甲', 'a:b/c'])('a work may have the key %s', (key) => {
  const bib = readBibliography(`@book{${key}, title = {A}, date = {2001/..}}`, file)
  const { clusters, entries } = bib.format([[{ key }]], gb)
  expect(clusters).toEqual(['[1]'])
  expect(entries).toMatchObject([{ key, html: '[1] A[M]. 2001.' }])
})

test('a valid file has no problems, and its keys are known', () => {
  expect(problems).toEqual([])
  expect([has('hua1957'), has('nobody')]).toEqual([true, false])
})

test('a syntax error is reported with its position', () => {
  const broken = readBibliography('@book{a,\n  title = {x\n}\n@book{b', file)
  expect(broken.problems).toMatchObject([{ file, line: 4, rule: 'bibliography' }])
})

test('a key that is defined twice is reported at the second', () => {
  const duplicates = readBibliography('@book{a, title={x}}\n@book{a, title={y}}', file)
  expect(duplicates.problems).toMatchObject([
    { line: 2, message: 'Found the key "a" again; line 1 already defines it.' },
  ])
})

test('an entry of an unknown type is a warning, unless it names the letters of its kind', () => {
  const bib = readBibliography('@foo{a, title = {x}}\n@archive{b, title = {y}, mark = {A}}', file)
  expect(bib.problems).toMatchObject([
    { line: 1, severity: 'warning', message: expect.stringContaining('the unknown type @foo') },
  ])
  expect(bib.format([[{ key: 'b' }]], gb).entries[0]?.html).toBe('[1] y[A].')
})

test('a command of TeX outside of a formula is reported at its field', () => {
  const { problems } = readBibliography('@book{a,\n  year = {2000},\n  title = {On \\mathbb{R}}\n}', file)
  expect(problems).toMatchObject([
    {
      line: 3,
      column: 3,
      message: expect.stringContaining('Found the command \\mathbb outside of a formula in "a"'),
    },
  ])
  expect(problems[0]?.severity).toBeUndefined()
})

test('a value that is not TeX is reported at its field, and the other works are read', () => {
  const bib = readBibliography('@book{a,\n  title = {On $x}\n}\n@book{b, title = {B}}', file)
  expect(bib.problems).toMatchObject([
    { line: 2, column: 3, message: expect.stringContaining('in title of "a"') },
  ])
  expect(bib.get('b')?.title).toBe('B')
})

test('tags in a title or a name are text', () => {
  const { format } = readBibliography(
    '@book{a, author = {<img src=x>, A.}, title = {<script>x</script>}}',
    file,
  )
  expect(format([[{ key: 'a' }]], gb).entries[0]?.html).not.toMatch(/<(?!\/?a\b)/)
})
