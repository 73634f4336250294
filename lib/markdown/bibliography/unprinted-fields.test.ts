import { expect, test } from 'vitest'
import { findUnprintedFields } from './unprinted-fields'

const find = (text: string, style = 'gb-t-7714') =>
  findUnprintedFields(text, 'content/references.bib', { style, lang: 'zh-CN' })

test('names each field that the style does not print, at its line', () => {
  const text = `@book{hua1957,
  author = {华罗庚},
  editor = {某人},
  title = {数论导引},
  year = {1957},
  note = {内部资料},
  isbn = {978-7-03-000000-0},
  urldate = {2020-01-01}
}`
  expect(find(text)).toMatchObject([
    {
      line: 3,
      column: 3,
      severity: 'warning',
      message: expect.stringContaining('the field editor of "hua1957"'),
    },
    { line: 6, column: 3, message: expect.stringContaining('field note') },
    { line: 8, message: expect.stringContaining('field urldate') },
  ])
})

test('is silent for fields that are printed, in both dialects', () => {
  const text = `
@thesis{a, author = {王五}, title = {题目}, institution = {清华大学}, location = {北京}, date = {2019-06}, type = {phdthesis}}
@phdthesis{b, author = {王五}, title = {题目}, school = {清华大学}, address = {北京}, year = {2019}, month = jun}
@misc{c, author = {Ho, J.}, title = {T}, eprint = {2006.11239}, archivePrefix = {arXiv}, primaryClass = {cs.LG}, year = {2020}}
@article{d, author = {{\\"O}zg{\\"u}r, A.}, title = {T}, journal = {J}, volume = {1}, number = {2}, pages = {3--4}, year = 2000, doi = {10.1000/x}}
@misc{e, title = {T}, howpublished = {\\url{https://x.org}}, note = {Accessed: 2020-01-01}}
@inproceedings{f, title = {T}, crossref = {p}, pages = {1--2}}
@proceedings{p, title = {P}, editor = {Li, A.}, publisher = {Springer}, address = {Berlin}, year = {2001}}
@book{g, title = {T}, series = {GTM}, volume = {52}, edition = {Second}, translator = {Wu, B.}, year = {1999}}`
  expect(find(text)).toEqual([])
})

test('entries with the same fields may differ in what is printed', () => {
  const text = '@book{a, title = {T}, note = {x}}\n@book{b, title = {T}, note = {Accessed: 2020-01-01}, }'
  expect(find(text).map(({ line }) => line)).toEqual([1, 2])
})

test('depends on the style', () => {
  expect(
    find('@book{a, title = {T}, editor = {Li, A.}, author = {Wu, B.}, year = {2000}}', 'gb-t-7714'),
  ).toHaveLength(1)
  expect(
    find('@book{a, title = {T}, editor = {Li, A.}, author = {Wu, B.}, year = {2000}}', 'apa'),
  ).toHaveLength(0)
})

test('names a type for which the standard has no letters', () => {
  expect(find('@movie{a, title = {T}, year = {2000}}')).toMatchObject([
    { line: 1, severity: 'warning', message: expect.stringContaining('has no letters for @movie') },
  ])
  expect(find('@movie{a, title = {T}, year = {2000}, mark = {CM}}\n@misc{b, title = {T}}')).toEqual([])
})
