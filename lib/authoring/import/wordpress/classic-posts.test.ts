import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { testSite } from '../../../site/test-site'
import { convertBody } from '../convert-body'
import { readAll } from '../test-data/read-source'
import { readWordpress } from './read-wordpress'

const folder = mkdtempSync(join(tmpdir(), 'lemma-classic-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Import one post from an export, as far as its text. */
async function convert(content: string) {
  const file = join(folder, 'export.xml')
  writeFileSync(
    file,
    `<rss><channel><title>t</title><item><title>t</title><content:encoded><![CDATA[${content}]]></content:encoded><wp:post_id>1</wp:post_id><wp:post_date>2012-03-04 05:06:07</wp:post_date><wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item></channel></rss>`,
  )
  const source = await readWordpress(file)
  const [document] = (await readAll(source)).documents
  if (!document) throw new Error('no document')
  const { text, formulas, unread } = convertBody(document, {
    system: source.system,
    delimiters: source.delimiters,
    settings: testSite,
    title: document.title,
    findDocument: () => undefined,
    rewriteUrl: () => undefined,
  })
  return { text, formulas: formulas.map(({ tex }) => tex), unread, notes: document.notes }
}

test('paragraphs and line breaks of the classic editor stay, and formulas with line breaks are not changed', async () => {
  const { text, formulas, unread } = await convert(
    '第一行，设 $latex a &lt; b&amp;s=2$。\n第二行\n\n$$\n\\begin{aligned}\na &amp;= b \\\\\n\n&amp;&lt; c\n\\end{aligned}\n$$\n\n<!--more 阅读全文-->[latexpage]\n尾 $x_1$，价格 $5。',
  )
  expect(formulas).toEqual(
    ['a &lt; b', '\n\\begin{aligned}\na &= b \\\\\n\n&< c\n\\end{aligned}\n', 'x_1'].map((tex) =>
      tex.replace('&lt;', '<'),
    ),
  )
  expect(unread).toEqual([])
  expect(text).toMatch(/^第一行，设 \$a < b\$。\\\n第二行\n\n\$\$\n\\begin\{aligned\}/)
  expect(text).toMatch(/\n\n<!-- more -->\n\n尾 \$x_1\$，价格 \\?\$5。\n$/)
})

test('blocks of the block editor have no comments and no added line breaks', async () => {
  const { text } = await convert(
    '<!-- wp:paragraph -->\n<p>一\n二 \\(x\\)</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:code {"language":"python"} -->\n<pre class="wp-block-code"><code>a\n\nb</code></pre>\n<!-- /wp:code -->\n\n<!-- wp:list -->\n<ul><!-- wp:list-item -->\n<li>甲</li>\n<!-- /wp:list-item --></ul>\n<!-- /wp:list -->',
  )
  expect(text).toBe('一\n二 $x$\n\n```\na\n\nb\n```\n\n- 甲\n')
})

test('code of a shortcode is code, and other shortcodes are named', async () => {
  const { text, notes } = await convert('[python]\nprint("$x$")\n[/python]\n\n[toc_list]')
  expect(text).toContain('```python\nprint("$x$")\n```')
  expect(notes).toEqual(['The shortcode [toc_list] is kept as text.'])
})

test('figures keep their links, except to the image itself', async () => {
  const figure = (href: string, caption: string) =>
    `<figure><a href="${href}"><img src="a.png" alt="x"></a><figcaption>${caption}</figcaption></figure>`
  const { text } = await convert(
    [
      figure('b.jpg?x', '图'),
      figure('https://x.example/', '图'),
      figure('b.png', '<a href="/y">来源</a>'),
    ].join('\n'),
  )
  expect(text).toBe(
    '![x](a.png "图")\n\n[![x](a.png)](https://x.example/)\n\n图\n\n[![x](a.png)](b.png)\n\n[来源](/y)\n',
  )
})
