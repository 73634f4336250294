import { expect, test } from 'vitest'
import { listPageFormulas } from '../../markdown/list-formulas'
import { testSite } from '../../site/test-site'
import { auditDocument } from './audit/audit'
import { type BodyContext, convertBody } from './convert-body'
import { dollarDelimiters } from './formulas/find-formulas'
import { comparedTex } from './formulas/formula'
import { formulaCases } from './formulas/formula-cases'
import type { MathDelimiters, Source, SourceDocument } from './source'

const context: BodyContext = {
  system: 'markdown',
  delimiters: { ...dollarDelimiters, numbering: 'ams' },
  settings: testSite,
  title: '标题',
  findDocument: (name) => (name === 'other' ? { url: '/posts/other', title: '另一篇' } : undefined),
  rewriteUrl: () => undefined,
}

function convert(
  body: string,
  format: SourceDocument['format'] = 'markdown',
  system: Source['system'] = 'markdown',
  delimiters: Partial<MathDelimiters> = {},
) {
  return convertBody(
    { body, format },
    { ...context, system, delimiters: { ...context.delimiters, ...delimiters } },
  )
}

const texOf = (source: string) =>
  comparedTex(source.startsWith('\\begin') ? source : source.replace(/^\$+|\$+$/g, ''))
const read = (text: string) =>
  listPageFormulas(text, { settings: testSite, components: [] }).map(({ tex }) => comparedTex(tex))

const escapeHtml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

test.each(formulaCases)('keeps $source, also in HTML', ({ source, display }) => {
  const expected = [texOf(source)]
  const markdown = display ? `前文\n\n${source}\n\n后文` : `前文 ${source} 后文`
  expect(read(convert(markdown).text)).toEqual(expected)
  expect(read(convert(`<p>前文 ${escapeHtml(source)} 后文</p>`, 'html').text)).toEqual(expected)
})

test('keeps all of them in one document, in quotes and lists, with CRLF', () => {
  const texts = formulaCases.map(({ source }) => source)
  const expected = texts.map(texOf)
  const plain = texts.map((text, index) => `第 ${index} 条 ${text} 完。`).join('\n\n')
  expect(convert(plain).unread).toEqual([])
  expect(read(convert(plain).text)).toEqual(expected)
  expect(read(convert(plain.replace(/\n/g, '\r\n')).text)).toEqual(expected)
  const quoted = plain.replace(/^/gm, '> ')
  expect(read(convert(quoted).text)).toEqual(expected)
  const html = `<ul>${texts.map((text) => `<li>项 ${escapeHtml(text)}</li>`).join('')}</ul>`
  const list = convert(html, 'html')
  expect(list.unread).toEqual([])
  expect(read(list.text)).toEqual(expected)
})

test('HTML becomes Markdown, and what Markdown lacks stays or is noted', () => {
  const { text, notes } = convert(
    `<h2 id="part">节 <em>一</em></h2><p>见<a href="#part">上</a>，H<sub>2</sub>O，a&lt;b，花 $5。</p><!--more-->
<figure><img src="a.png" alt="图"><figcaption>题注</figcaption></figure>
<details><summary>证</summary><p>$x<y$</p></details><pre><code class="language-python">print("$no$")</code></pre>
<table><tr><th>甲</th></tr><tr><td>$|x|$</td></tr></table><script>x</script><iframe src="//v.example/1"></iframe>`,
    'html',
  )
  expect(text).toBe(`## <span id="part"></span>节 *一*

见[上](#part)，H<sub>2</sub>O，a\\<b，花 $5。

<!-- more -->

![图](a.png "题注")

<details>
<summary>证</summary>

$x<y$

</details>

\`\`\`python
print("$no$")
\`\`\`

| 甲     |
| ----- |
| $|x|$ |

[https://v.example/1](https://v.example/1)
`)
  expect(notes).toEqual(['<script> is not imported.', 'The frame //v.example/1 is a link now.'])
})

test('dollars that delimited nothing on the old site delimit nothing here', () => {
  const brackets = { inline: [['\\(', '\\)']] as const }
  const { text, formulas, notes } = convert('$HOME 与 $PATH，\\(x\\)', 'markdown', 'markdown', brackets)
  expect(formulas.map(({ tex }) => tex)).toEqual(['x'])
  expect(read(text)).toEqual(['x'])
  expect(convert('从 $a 到 b$', 'markdown', 'markdown', brackets).text).toBe('从 \\$a 到 b$\n')
  expect(notes).toEqual(['Dollars that delimit no formula are escaped: 2.'])
})

test.each([
  [
    '`\\_` and doubled backslashes',
    '$x\\_1$ 与 $$\\left\\\\{a \\\\\\\\ b\\right.$$',
    ['x_1', '\\left\\{a \\\\ b\\right.'],
  ],
  ['no escape anywhere', '$\\{a\\}$ 与 $$a \\\\ b$$', ['\\{a\\}', 'a \\\\ b']],
  ['brackets', '\\\\(x\\\\) 与 \\[1\\]', ['x']],
])('where Markdown was read first, formulas are those that MathJax saw: %s', (_, source, expected) => {
  const { text, unread } = convert(source, 'markdown', 'hexo', { escapes: true })
  expect(unread).toEqual([])
  expect(read(text)).toEqual(expected)
})

test('the audit counts formulas that an article lacks', () => {
  const converted = convert('$a$ $b$ $b$')
  const document = { id: 'x', title: 'x', body: '', notes: [] as string[] } as unknown as SourceDocument
  const planned = { document, slug: 'x', url: '/posts/x', aliases: [] }
  const file = { state: 'unchanged' as const, file: 'content/posts/x.md', settings: testSite }
  const lostIn = (result: string) =>
    auditDocument(planned, converted, { ...file, result }).lost.map(({ tex }) => tex)
  expect(lostIn(converted.text)).toEqual([])
  expect(lostIn('$b$ $b$ $a$')).toEqual([])
  expect(lostIn('$a$ $b$ `$b$`')).toEqual(['b'])
})
