import { expect, test } from 'vitest'
import { testSite } from '../../site/test-site'
import { compileText } from '../test-compile'

async function print(text: string, extension = 'mdx'): Promise<string> {
  const source = `---\ntitle: x\ndraft: true\n---\n\n${text}\n`
  return (await compileText(source, { file: `content/posts/x.${extension}` })).body.markdown
}

const page = `${testSite.url}/posts/x`

test('text and formulas are the author’s, without front matter', async () => {
  expect(await print('设 $x<1$，**则**\n\n$$\nx^2<1\n$$')).toBe('设 $x<1$，**则**\n\n$$\nx^2<1\n$$\n')
})

test('a label becomes its number, a reference a link with its text', async () => {
  expect(await print('$$\na\\label{eq:a}\n$$\n\n由\\eqref{eq:a}得。')).toBe(
    `$$\na\\tag{1}\n$$\n\n由[(1)](${page}#eq-a)得。\n`,
  )
})

test('a statement starts with its name and number, and references contain them', async () => {
  expect(await print(':::theorem{#thm-a title="甲"}\n乙。\n:::\n\n见[@thm-a]。')).toBe(
    `**定理 1** 甲\n\n乙。\n\n见[定理\u00a01](${page}#thm-a)。\n`,
  )
})

test('a component with children becomes its children, one with a fallback a link with that text', async () => {
  const text = '甲\n\n<LogisticMap>\n\n**乙** $x$\n\n</LogisticMap>\n\n丙 <LogisticMap>丁</LogisticMap>'
  expect(await print(text)).toBe('甲\n\n**乙** $x$\n\n丙 丁\n')
  expect(await print('<LogisticMap fallback="轨道" />')).toBe(`[轨道](${page})\n`)
})

test('the teaser marker, comments and components leave no MDX syntax', async () => {
  expect(await print('甲\n\n{/* more */}\n\n乙\n\n<LogisticMap r={3.2} />\n\n`{/* code */}`')).toBe(
    `甲\n\n乙\n\n[（此处为交互图，请在网站上查看）](${page})\n\n\`{/* code */}\`\n`,
  )
  expect(await print('甲\n\n<!-- more -->\n\n乙', 'md')).toBe('甲\n\n乙\n')
})

test('URLs are absolute, also in .md', async () => {
  for (const extension of ['md', 'mdx'])
    expect(await print('## 乙\n\n[甲](/posts/a "题") [乙](#乙) [外](https://example.org/)', extension)).toBe(
      `## 乙\n\n[甲](${testSite.url}/posts/a "题") [乙](${page}#${encodeURIComponent('乙')}) [外](https://example.org/)\n`,
    )
})
