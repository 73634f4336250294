import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { site } from '../../site.config'
import { readBibliography } from '../bibliography/bibliography'
import { openStore } from '../store/store'
import { readBody } from './body'
import { createCompiler } from './compile'
import { plainNumbering } from './numbering'

async function print(text: string, extension = 'mdx'): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'lemma-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const compiler = createCompiler({
    site,
    store: openStore(root),
    bodies: root,
    components: ['LogisticMap'],
    bibliography: readBibliography('', ''),
    bibliographyVersion: '',
    version: '1',
  })
  const { key } = await compiler.compile({
    file: `content/posts/x.${extension}`,
    text: `---\ntitle: x\ndraft: true\n---\n\n${text}\n`,
    folder: 'posts',
    url: '/posts/x',
    lang: 'zh-CN',
    macros: {},
    numbering: plainNumbering,
  })
  return readBody(root, key).markdown
}

const page = `${site.url}/posts/x`

test('prose and formulas stay as the author wrote them, front matter does not', async () => {
  expect(await print('设 $x<1$，**则**\n\n$$\nx^2<1\n$$')).toBe('设 $x<1$，**则**\n\n$$\nx^2<1\n$$\n')
})

test('a label becomes its number, a reference what it shows and where it leads', async () => {
  expect(await print('$$\na\\label{eq:a}\n$$\n\n由\\eqref{eq:a}得。')).toBe(
    `$$\na\\tag{1}\n$$\n\n由[(1)](${page}#eq-a)得。\n`,
  )
})

test('a statement is headed by its name and number, and its references say them', async () => {
  expect(await print(':::theorem{#thm-a title="甲"}\n乙。\n:::\n\n见[@thm-a]。')).toBe(
    `**定理 1** 甲\n\n乙。\n\n见[定理\u00a01](${page}#thm-a)。\n`,
  )
})

test('the marker, comments and components of MDX leave no syntax behind', async () => {
  expect(await print('甲\n\n{/* more */}\n\n乙\n\n<LogisticMap r={3.2} />\n\n`{/* code */}`')).toBe(
    `甲\n\n乙\n\n[（此处为交互图，请在网站上查看）](${page})\n\n\`{/* code */}\`\n`,
  )
  expect(await print('甲\n\n<!-- more -->\n\n乙', 'md')).toBe('甲\n\n乙\n')
})

test('addresses are whole, in .md too', async () => {
  for (const extension of ['md', 'mdx'])
    expect(await print('## 乙\n\n[甲](/posts/a "题") [乙](#乙) [外](https://example.org/)', extension)).toBe(
      `## 乙\n\n[甲](${site.url}/posts/a "题") [乙](${page}#${encodeURIComponent('乙')}) [外](https://example.org/)\n`,
    )
})
