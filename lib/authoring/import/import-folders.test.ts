import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path/posix'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { listPageFormulas } from '../../markdown/list-formulas'
import { testSite } from '../../site/test-site'
import { comparedTex } from './formulas/formula'
import { formulaCases } from './formulas/formula-cases'
import { importSite, SourceError } from './import'

const project = process.cwd()
let root: string
let old: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lemma-import-'))
  old = join(root, 'old')
  const { name, url, language, timeZone, author, licence } = testSite
  const config = { name, tagline: '甲', url, language, timeZone, author, licence, postsPerPage: 1 }
  write(join(root, 'new/site.config.ts'), `export const site = ${JSON.stringify(config)}\n`)
  process.chdir(join(root, 'new'))
})
afterEach(() => {
  process.chdir(project)
  rmSync(root, { recursive: true })
})

function write(path: string, content: string | Buffer): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
}

/** Write the files of the old site, and import them. */
async function run(system: string, files: Record<string, string | Buffer>, dryRun = false) {
  for (const [name, content] of Object.entries(files)) write(join(old, name), content)
  return importSite({ system, location: old, dryRun, hashEmails: false, log: () => {} })
}

function readPost(name: string): { fields: Record<string, unknown>; body: string } {
  const [, yaml = '', body = ''] =
    /^---\n([\s\S]*?)\n---\n\n([\s\S]*)$/.exec(readFileSync(`content/${name}`, 'utf8')) ?? []
  return { fields: parse(yaml), body }
}

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const hexo = {
  '_config.yml':
    'title: 旧站\nurl: https://old.example/\npermalink: :year/:month/:day/:title/\ntimezone: Asia/Shanghai\nper_page: 1\n',
  'package.json': '{ "dependencies": { "hexo-renderer-marked": "6", "hexo-generator-feed": "3" } }',
  'source/about/index.md': '---\ntitle: 关于\n---\n我。\n',
  'source/_posts/first.md': `---
title: "第一篇：$x$"
date: 2019-01-02 03:04:05
updated: 2020-01-01
categories: [数学, 分析]
tags: 极限
mathjax: true
custom: 1
---
开头 $x\\_1$ 与 $\\left\\\\{a\\right.$。
<!--more-->
{% raw %}$$\\frac{{a}}{b}$\${% endraw %}

{% post_link second 下一篇 %} {% asset_img curve.png "曲线 'Curve'" %} [链接](/2019/02/03/second/#节)

{% codeblock lang:python %}
print("$no$")
{% endcodeblock %}

{% unknown a b %}

矩阵 $$\\begin{matrix}a&b\\\\\\\\c&d\\end{matrix}$$ \`code $y$\` \\$5
`,
  'source/_posts/first/curve.png': png,
  'source/_posts/second.md': '---\ntitle: 第二篇\ndate: 2019-02-03\n---\n文。\n',
}

describe('a Hexo site', () => {
  test('becomes posts with their addresses, formulas, images and tags', async () => {
    const { lost, summary } = await run('hexo', hexo)
    expect(lost).toBe(0)
    const { fields, body } = readPost('posts/first/index.md')
    expect(fields).toEqual({
      title: '第一篇：$x$',
      date: '2019-01-02T03:04:05+08:00',
      updated: '2020-01-01T00:00+08:00',
      category: '数学',
      tags: ['极限', '分析'],
      permalink: '/2019/01/02/first',
      guid: 'https://old.example/2019/01/02/first/',
    })
    expect(body).toBe(`开头 $x_1$ 与 $\\left\\{a\\right.$。

<!-- more -->

$$\\frac{{a}}{b}$$

[下一篇](/2019/02/03/second) ![Curve](curve.png "曲线") [链接](/2019/02/03/second#节)

\`\`\`python
print("$no$")
\`\`\`

<!-- {% unknown a b %} -->

矩阵 $$\\begin{matrix}a&b\\\\c&d\\end{matrix}$$ \`code $y$\` \\$5
`)
    expect(readFileSync('content/posts/first/curve.png')).toEqual(png)
    expect(readPost('pages/about.md')).toEqual({ fields: { title: '关于' }, body: '我。\n' })
    expect(summary).toContain('4 formulas in the source, 4 equal in the articles, 0 lost.')
    expect(summary).toContain('{% unknown a b %} has no equivalent')
    expect(summary).toContain('The field "custom" has no meaning here: 1 document.')
    expect(readFileSync('import/hexo/report.html', 'utf8')).toContain('第一篇：$x$')
  })

  test('every old address has a target, and redirects lead from those that are not pages here', async () => {
    await run('hexo', hexo)
    const redirects = readFileSync('content/redirects.txt', 'utf8')
    expect(redirects).toMatch(/^\/archives\/2019\/01 \/archive$/m)
    expect(redirects).toMatch(/^\/2019\/01\/02\/first\/curve\.png \/media\/[\da-f]{12}\/curve\.png$/m)
    // The same path, or a page that every site has.
    expect(redirects).not.toMatch(/^\/(?:page\/2|about|atom\.xml|tags) /m)
    const urls = readFileSync('import/hexo/urls.txt', 'utf8').trim().split('\n')
    expect(urls).toContain('/2019/01/02/first/ /2019/01/02/first')
    expect(urls).toContain('/about/ /about')
    expect(urls).toContain(`${encodeURI('/categories/数学/分析/')} ${encodeURI('/tags/分析')}`)
    expect(urls).toContain('/page/2/ /page/2')
    expect(urls).toContain('/tags/ /tags')
    expect(urls).toContain('/categories/ /archive')
    expect(urls).toContain('/atom.xml /atom.xml')
    expect(urls.every((line) => /^\/\S* \/\S*$/.test(line))).toBe(true)
  })

  test('an address is listed once, with "#" encoded, and not at all if only a draft has it', async () => {
    const post = (title: string) => `---\ntitle: ${title}\ndate: 2019-03-04\n---\n![图](/images/a.png)\n`
    await run('hexo', {
      ...hexo,
      'source/images/a.png': png,
      'source/_posts/C#.md': post('C#'),
      'source/_posts/other.md': post('别的'),
      'source/_drafts/draft.md': post('草稿'),
    })
    const urls = readFileSync('import/hexo/urls.txt', 'utf8').trim().split('\n')
    const redirects = readFileSync('content/redirects.txt', 'utf8')
    expect(redirects.match(/^\/images\/a\.png /gm)).toHaveLength(1)
    expect(urls.filter((line) => line.startsWith('/images/a.png '))).toHaveLength(1)
    expect(urls).toContain('/2019/03/04/C%23/ /2019/03/04/C%23')
    expect(readPost('posts/C/index.md').fields).toMatchObject({
      permalink: '/2019/03/04/C%23',
      guid: 'https://old.example/2019/03/04/C#/',
    })
    expect(urls.filter((line) => line.includes('draft'))).toEqual([])
  })

  test('a second run changes only what changed at the source, and nothing that the author edited', async () => {
    await run('hexo', hexo)
    const edited = `${readFileSync('content/posts/second.md', 'utf8')}\n补充。\n`
    writeFileSync('content/posts/second.md', edited)
    const first = readFileSync('content/posts/first/index.md', 'utf8')
    const unchanged = await run('hexo', {})
    expect(unchanged.summary).toMatch(/2 unchanged since[\s\S]*1 kept, because you edited them/)
    const changed = await run('hexo', {
      'source/_posts/first.md': hexo['source/_posts/first.md'].replace('开头', '新的开头'),
      'source/_posts/second.md': '---\ntitle: 第二篇\ndate: 2019-02-03\n---\n新文。\n',
    })
    expect(changed.summary).toMatch(/1 updated[\s\S]*content\/posts\/second\.md \(edited\)/)
    expect(readFileSync('content/posts/first/index.md', 'utf8')).toBe(first.replace('开头', '新的开头'))
    expect(readFileSync('content/posts/second.md', 'utf8')).toBe(edited)
  })

  test('a file that is not from an import is kept, and a deleted article is not written again', async () => {
    write('content/posts/second.mdx', '---\ntitle: 别的\n---\n')
    const { summary } = await run('hexo', hexo)
    expect(summary).toContain('content/posts/second.mdx (occupied)')
    expect(existsSync('content/posts/second.md')).toBe(false)
    rmSync('content/posts/first', { recursive: true })
    await run('hexo', {})
    expect(existsSync('content/posts/first')).toBe(false)
  })

  test('--dry-run writes the report only', async () => {
    await run('hexo', hexo, true)
    expect(existsSync('content')).toBe(false)
    expect(existsSync('import/hexo/manifest.json')).toBe(false)
    expect(existsSync('import/hexo/report.html')).toBe(true)
  })

  test('keeps all formula cases byte by byte', async () => {
    const body = formulaCases.map(({ source }, index) => `第 ${index} 条 ${source} 完。`).join('\n\n')
    const pandoc = '{ "dependencies": { "hexo-renderer-pandoc": "1" } }'
    const post = `---\ntitle: 公式\ndate: 2020-01-01\n---\n\n${body}\n`
    const { lost } = await run('hexo', { ...hexo, 'package.json': pandoc, 'source/_posts/cases.md': post })
    expect(lost).toBe(0)
    const found = listPageFormulas(readPost('posts/cases.md').body, { settings: testSite, components: [] })
    const expected = formulaCases.map(({ source }) => source.replace(/^\$+|\$+$/g, ''))
    expect(found.map(({ tex }) => comparedTex(tex))).toEqual(expected.map(comparedTex))
  })
})

test('a Hugo site: TOML, bundles, shortcodes, permalinks, aliases', async () => {
  await run('hugo', {
    'hugo.toml': `baseURL = 'https://old.example/'
[permalinks]
posts = '/:year/:slug/'
[markup.goldmark.extensions.passthrough]
enable = true
[markup.goldmark.extensions.passthrough.delimiters]
inline = [['\\(', '\\)']]
block = [['$$', '$$']]
`,
    'content/posts/one/index.md': `+++
title = 'One'
date = 2021-03-04T05:06:07+01:00
slug = 'first'
tags = ['Real Analysis']
aliases = ['/old/one.html']
+++
Money $5 and \\(x_1\\). {{< figure src="a b.png" alt="Plot" caption="The curve" >}} [two]({{< ref "two.md#part" >}})

## Part {#part}

{{< notice info >}}Note{{< /notice >}}

{{< mystery x="1" >}}
`,
    'content/posts/one/a b.png': png,
    'content/posts/two.md': '---\ntitle: Two\ndate: 2021-03-05\ndraft: true\n---\nText\n',
    'content/posts/_index.md': '---\ntitle: Posts\n---\n',
  })
  const { fields, body } = readPost('posts/first/index.md')
  expect(fields).toMatchObject({
    permalink: '/2021/first',
    aliases: ['/old/one.html'],
    tags: ['Real Analysis'],
  })
  expect(body).toBe(`Money $5 and $x_1$. ![Plot](a-b.png "The curve") [two](/2021/two#part)

## Part<span id="part"></span>

> Note

<!-- {{< mystery x="1" >}} -->
`)
  expect(readPost('posts/two.md').fields).toMatchObject({ draft: true })
  expect(readFileSync('content/redirects.txt', 'utf8')).toContain('/tags/real-analysis /tags/Real%20Analysis')
})

test('a Jekyll site: dates in names, kramdown’s formulas, highlighted code, links to posts', async () => {
  await run('jekyll', {
    '_config.yml': 'permalink: pretty\nbaseurl: /blog\nurl: https://old.example\nplugins: [jekyll-feed]\n',
    '_posts/2015-06-07-a-post.md': `---
layout: post
title: A post
tags: [a b]
categories: math notes
---
* TOC
{:toc}

The sum $$x_1$$ in text and \\\\(y\\\\).

$$
z_1 \\\\ w
$$

{% highlight ruby linenos %}
puts '$x$'
{% endhighlight %}

[next]({{ site.baseurl }}{% post_url 2015-06-08-b-post %})
{: .note}
`,
    '_posts/2015-06-08-b-post.md': '---\ndate: 2015-06-08 10:00:00 +0200\n---\nText\n',
    'index.md': 'no front matter',
  })
  const { fields, body } = readPost('posts/a-post.md')
  expect(fields).toMatchObject({
    permalink: '/blog/math/notes/2015/06/07/a-post',
    category: 'math',
    tags: ['a b', 'notes'],
    guid: 'https://old.example/blog/math/notes/2015/06/07/a-post/',
  })
  expect(body).toBe(`The sum $x_1$ in text and $y$.

$$
z_1 \\\\ w
$$

\`\`\`ruby
puts '$x$'
\`\`\`

[next](/blog/2015/06/08/b-post)
`)
  expect(readPost('posts/b-post.md').fields).toMatchObject({
    title: 'B post',
    date: '2015-06-08T10:00+02:00',
  })
})

test('a vault of Obsidian: links between notes, embeds, callouts, comments', async () => {
  await run('obsidian', {
    '笔记/甲.md': `---
date: 2022-01-01
tags: ['#数学']
---
见 [[乙|下一篇]]、[[没有]] 与 ![[图.png|300]]。%%私密%% ==重点 $x$==

> [!theorem] 定理名
> 设 $x$。

> [!tip]- 提示
> 内容

\`\`\`
[[不是链接]]
\`\`\`
`,
    '笔记/乙.md': '---\ndate: 2022-01-02\n---\n# 标题\n\n文\n',
    '附件/图.png': png,
  })
  const { fields, body } = readPost('posts/甲/index.md')
  expect(fields).toEqual({ title: '甲', date: '2022-01-01T00:00+08:00', tags: ['数学'] })
  expect(
    body,
  ).toBe(`见 [下一篇](/posts/%E4%B9%99)、没有 与 ![](%E5%9B%BE.png)。<!--私密--> <mark>重点 $x$</mark>

:::theorem[定理名]
设 $x$。
:::

> **提示**
>
> 内容

\`\`\`
[[不是链接]]
\`\`\`
`)
  expect(readPost('posts/乙.md').fields).toMatchObject({ title: '标题' })
})

describe('equations that MathJax numbered', () => {
  const numbered = `---\ntitle: 编号\ndate: 2020-01-01\n---
由 \\eqref{a} 与 \\ref{none}：

\\begin{equation}x\\label{a}\\end{equation}

\\begin{align}y \\notag \\\\ z\\tag{*} \\\\ w\\end{align}

$$u$$
`

  test('keep their numbers, and references to nothing become code', async () => {
    const { summary } = await run('markdown', { 'a.md': numbered })
    expect(summary).not.toContain('Other numbers')
    expect(readFileSync('import/markdown/report.html', 'utf8')).toContain('(1) (*) (2) → (1) (*) (2)')
    expect(readPost('posts/a.md').body).toContain('由 \\eqref{a} 与 `\\ref{none}`')
  })

  test('also if MathJax numbered every display', async () => {
    const config = 'math:\n  mathjax:\n    tags: all\n'
    const { summary } = await run('hexo', { '_config.yml': config, 'source/_posts/a.md': numbered })
    expect(summary).not.toContain('Other numbers')
    expect(readFileSync('import/hexo/report.html', 'utf8')).toContain('(1) (*) (2) (3) → (1) (*) (2) (3)')
  })
})

test('front matter that is not valid is read line by line, and files in GBK are read', async () => {
  const gbk = Buffer.concat([
    Buffer.from('---\ndate: 2020-01-01\n---\n'),
    Buffer.from([0xd6, 0xd0, 0xce, 0xc4]),
  ])
  const { summary } = await run('markdown', {
    'a.md': '---\ntitle: a: b\ndate: 2020-01-01\n---\nText\n',
    'b.md': gbk,
  })
  expect(readPost('posts/a.md').fields).toMatchObject({ title: 'a: b' })
  expect(summary).toContain('The front matter is not valid')
  expect(readPost('posts/b.md').body).toBe('中文\n')
})

test('mistakes in the command say what was expected', async () => {
  await expect(run('wiki', {})).rejects.toThrow(/Found the system wiki; expected one of typecho, .*markdown/)
  await expect(run('hexo', { 'a.md': '' })).rejects.toThrow(SourceError)
  await expect(run('hexo', {})).rejects.toThrow(/npm run import markdown/)
})
