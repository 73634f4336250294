import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { formatProblem } from '../../markdown/problems/problem'
import type { Linkable } from '../link/link'
import { checkFieldNames } from './check-field-names'

/** Articles with the given fields, of which the first is in line 2 of a real file. */
function articles(fields: readonly Pick<Linkable, 'unknownFields' | 'authorNames'>[]): Linkable[] {
  const folder = mkdtempSync(join(tmpdir(), 'lemma-fields-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return fields.map(({ unknownFields = [], authorNames = [] }, index) => {
    const file = join(folder, `${index}.md`)
    const names = [...unknownFields, ...(authorNames.length > 0 ? ['author'] : [])]
    writeFileSync(file, `---\n${names.map((name) => `${name}: x`).join('\n')}\n---\n`)
    return { document: { file }, unknownFields, authorNames } as unknown as Linkable
  })
}

const site = { authors: [{ id: 'shen-yan', name: '沈砚' }], site: { author: 'shen-yan' } }

test('each unknown field is one warning for the site, at its first place', () => {
  const files = articles([{ unknownFields: ['tag', 'foo'] }, {}, { unknownFields: ['foo'] }])
  const problems = checkFieldNames(files, site)
  expect(
    problems.map((problem) => formatProblem(problem).replaceAll(/\S*\/lemma-fields-\w+\//g, '')),
  ).toEqual([
    '0.md:2:1  warning: Found the unknown field "tag". It is ignored.\n    → Did you mean tags?',
    '0.md:3:1  warning: Found the unknown field "foo" in 2 files, first in 0.md. It is ignored.\n    → It has no effect. Remove it, or keep it for another program.',
  ])
})

test('an author without a file is one warning; a known name is none', () => {
  const files = articles([{ authorNames: ['沈砚'] }, { authorNames: ['李四'] }, { authorNames: ['李四'] }])
  expect(checkFieldNames(files, site)).toMatchObject([
    {
      line: 2,
      severity: 'warning',
      message: expect.stringContaining('Found author: 李四 in 2 files'),
      hint: 'Create a file in content/authors with name: 李四.',
    },
  ])
})
