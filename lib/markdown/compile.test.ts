import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { testSite } from '../site/test-site'
import { fillDeferredValues } from './print/deferred-value'
import { fillFormulas, findDisplays } from './print/formula-table'
import { formatProblem } from './problems/problem'
import { compileMdx, compileText, createTestCompiler, mdx } from './test-compile'
import { createTypesetters } from './tex/katex/formula'

const frontMatter = '---\ntitle: x\ndate: 2020-01-01\n---\n\n'

describe('an article', () => {
  test('typesets the formula of its front matter with the macros that it defines', async () => {
    const text = `---\ntitle: x\ndate: 2020-01-01\nformula: \\half\n---\n\n$\\newcommand\\half{\\frac12}$`
    const { body, problems } = await compileMdx(text, { formula: '\\half' })
    expect(problems).toEqual([])
    expect(body.formula).toContain('<mfrac><mn>1</mn><mn>2</mn></mfrac>')
  })

  test('is compiled again for another language of messages only if it has warnings', async () => {
    const { compile } = createTestCompiler(mdx)
    const [quiet, warned] = [`${frontMatter}Text.`, `${frontMatter}$ x $`]
    const inEnglish = [await compile(quiet), await compile(warned)]
    expect(inEnglish[1]?.problems[0]?.message).toBe(
      'Found $ that opens no formula: it is followed by a space.',
    )
    vi.stubEnv('LEMMA_LANG', 'zh-CN')
    onTestFinished(() => void vi.unstubAllEnvs())
    const inChinese = [await compile(quiet), await compile(warned)]
    expect(inChinese[0]).toEqual(inEnglish[0])
    expect(inChinese[1]?.problems[0]?.message).toBe('$ 没有构成公式：它后面是空格。')
    expect(inChinese[1]?.key).toBe(inEnglish[1]?.key)
  })

  test('lists its displays in order, for its card', async () => {
    const { body } = await compileMdx(
      `${frontMatter}$z$\n\n$$\nx\\tag{1}\n$$\n\n$$\ny\n$$\n\n$$\nx\\tag{1}\n$$`,
    )
    const displays = findDisplays(body.formulas)
    expect(displays).toHaveLength(2)
    expect(displays[0]).toMatch(/<semantics>(<mrow>)?<mi>x<\/mi>/)
    expect(displays[1]).toMatch(/<mi>y<\/mi>.*<\/math>$/)
  })

  test('reports the line of a front-matter formula that cannot be typeset', async () => {
    const text = '---\ntitle: x\ndate: 2020-01-01\nformula: \\hlaf\n---\n\nText.'
    const { body, problems } = await compileMdx(text, { formula: '\\hlaf' })
    expect(problems).toMatchObject([
      { line: 4, column: 1, rule: 'formula', message: expect.stringContaining('\\hlaf') },
    ])
    expect(body.formula).toBeUndefined()
  })

  test('is one static piece if it contains no component', async () => {
    const { body, html, problems } = await compileMdx(`${frontMatter}甲 $x$。\n\n## 乙\n\n**丙。**丁\n`)
    expect(problems).toEqual([])
    expect(body.page.nodes).toEqual([0])
    expect(html).toContain('class="katex"')
    expect(html).toContain('<strong>丙。</strong>丁')
  })

  test('typesets formulas in the titles of the works that it cites', async () => {
    const works = '@book{a, title = {On {$\\sum_n n^{-s}$} and \\(L^p\\) for $a<b$}, year = {2000}}'
    const { compile } = createTestCompiler(mdx, works)
    const { body, html, problems } = await compile(`${frontMatter}[@a]\n`)
    expect(problems).toEqual([])
    expect(html).toContain('application/x-tex">\\sum_n n^{-s}</annotation>')
    expect(html).toContain('application/x-tex">L^p</annotation>')
    expect(html).toContain('application/x-tex">a&lt;b</annotation>')
    expect(html).not.toContain('$')
    expect(body.works[0]?.title).toBe('On $\\sum_n n^{-s}$ and $L^p$ for $a<b$')
    expect(body.feed).toContain('<msup>')
  })

  test('reports a formula in the title of a work at its citation', async () => {
    const { compile } = createTestCompiler(mdx, '@book{a, title = {On $\\foo$}, year = {2000}}')
    const { problems } = await compile(`${frontMatter}x [@a]\n`)
    expect(problems).toMatchObject([
      {
        line: 6,
        column: 3,
        message: expect.stringContaining('$\\foo$ in the work "a" of content/references.bib'),
      },
    ])
  })

  test('keeps a component between its static pieces', async () => {
    const { body } = await compileMdx('甲\n\n<LogisticMap r={3.5} />\n\n乙\n')
    const { page } = body
    expect(page.nodes).toMatchObject([0, { name: 'LogisticMap', props: { r: 3.5 } }, 1])
    expect(page.html).toHaveLength(2)
  })

  test('reads braces and angle brackets as text in .md', async () => {
    const { body, problems } = await compileText('集合 {1, 2} 与 a < b。')
    expect(problems).toEqual([])
    expect(body.page.html[0]).toContain('集合 {1, 2} 与 a &#x3C; b。')
  })

  test.each([
    ['ja', '補題 1（ツォルン）', '証明', '補題 1'],
    ['zh-TW', '引理 1（ツォルン）', '證明', '引理 1'],
    ['en', 'Lemma 1 (ツォルン)', 'Proof', 'Lemma 1'],
  ] as const)('names its statements in its language: %s', async (lang, lemma, proof, reference) => {
    const text = ':::lemma[ツォルン]{#lem-zorn}\n甲\n:::\n\n:::proof\n[@lem-zorn]\n:::\n'
    const { body, problems } = await compileMdx(text, { lang })
    const feed = body.feed
    expect(problems).toEqual([])
    expect(feed.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')).toContain(lemma)
    expect(feed).toContain(`<b>${proof}</b>`)
    expect(feed).toContain(`>${reference}</a>`)
  })

  test('is the same with any line endings and a byte order mark', async () => {
    const { compile } = createTestCompiler(mdx)
    const text = `${frontMatter}甲\n乙\n$$\nx\n$$\n\n${'```python\nx\n```'}\n\n:::theorem[丙]\n丁\n:::\n\n$\\foo$\n`
    const first = await compile(text)
    for (const other of [text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r'), `\uFEFF${text}`]) {
      const { body, problems } = await compile(other)
      expect(problems).toEqual(first.problems)
      for (const part of ['page', 'feed', 'markdown', 'teaser'] as const)
        expect(body[part]).toEqual(first.body[part])
    }
  })

  test('applies its own macros to its own formulas only', async () => {
    const { compile } = createTestCompiler(mdx)
    expect((await compile('$\\mine$', { macros: { '\\mine': 'x' } })).problems).toEqual([])
    expect((await compile('$\\mine$')).problems).toHaveLength(1)
  })
})

describe('problems', () => {
  test('in a formula have the position in the file, not in the formula', async () => {
    const text = `${frontMatter}甲\n\n$$\na + \\fraq{1}{2}\n$$\n`
    const [problem] = (await compileMdx(text)).problems
    expect(problem).toMatchObject({ file: 'content/posts/x.mdx', line: 9, column: 5, rule: 'formula' })
    expect(problem && formatProblem(problem, text)).toBe(
      [
        'content/posts/x.mdx:9:5  KaTeX cannot typeset this formula: Undefined control sequence: \\fraq',
        '    a + \\fraq{1}{2}',
        '        ^',
        '    → \\fraq is unknown to KaTeX: check the spelling, or define it under macros in site.config.ts or in the front matter, or by \\newcommand.',
      ].join('\n'),
    )
  })

  test('in MDX syntax are reported with their position and never thrown', async () => {
    const { problems } = await compileMdx(`${frontMatter}甲\n\n乙 {丙\n`)
    expect(problems).toMatchObject([{ line: 8, hint: expect.stringContaining('.md') }])
  })

  test('are all reported, not just the first', async () => {
    const { problems } = await compileMdx('$\\one$ $\\two$\n\n![](none.png)\n')
    expect(problems.map(({ rule }) => rule).sort()).toEqual(['alt', 'formula', 'formula', 'image'])
  })
})

describe('the store', () => {
  test('returns an unchanged article and compiles a changed one', async () => {
    const { compile, root } = createTestCompiler(mdx)
    const documents = () =>
      readdirSync(join(root, 'documents'), { recursive: true }).filter((name) =>
        String(name).endsWith('.json'),
      )
    const first = await compile('甲')
    expect(await compile('甲')).toEqual(first)
    expect(documents()).toHaveLength(1)
    expect((await compile('乙')).key).not.toBe(first.key)
    expect(documents()).toHaveLength(2)
  })

  test('typesets a formula once for all articles', () => {
    const createTypesetter = createTypesetters()
    const source = { source: '\\d', katex: '\\d', display: false }
    const typeset = createTypesetter({ '\\d': 'x' })(source)
    expect(createTypesetter({ '\\d': 'x', '\\other': 'z' })(source)).toBe(typeset)
    expect(createTypesetter({ '\\d': 'y' })(source)).not.toBe(typeset)
  })
})

describe('a teaser', () => {
  const teaser = async (text: string) => {
    const compiled = await compileMdx(text)
    return { complete: compiled.complete, html: compiled.body.teaser.html.join('') }
  }
  const paragraph = (length: number) => `${'字'.repeat(length)}。\n\n`

  test('ends at the marker', async () => {
    const { html, complete } = await teaser('前\n\n{/* more */}\n\n后\n')
    expect(html).toContain('前')
    expect(html).not.toContain('后')
    expect(complete).toBe(false)
  })

  test('without a marker ends after the paragraph nearest to 300 characters', async () => {
    const { html, complete } = await teaser(paragraph(120) + paragraph(170) + paragraph(200) + paragraph(300))
    expect(html.match(/<p>/g)).toHaveLength(2)
    expect(complete).toBe(false)
  })

  test('is the whole of a short post', async () => {
    expect((await teaser(paragraph(100) + paragraph(80))).complete).toBe(true)
  })

  test('never ends between a paragraph and the formula it introduces', async () => {
    const { html } = await teaser(`${paragraph(290)}于是有\n\n$$\nx\n$$\n\n${paragraph(30)}${paragraph(500)}`)
    expect(html).not.toMatch(/于是有<\/p>\s*$/)
  })

  test('never ends inside a list', async () => {
    const items = Array.from({ length: 12 }, () => `- ${'项'.repeat(60)}\n`).join('')
    const { html } = await teaser(`${paragraph(50)}${items}\n${paragraph(50)}${paragraph(400)}`)
    const open = (html.match(/<li>/g) ?? []).length
    expect([0, 12]).toContain(open)
  })

  test('has no ids, and its footnotes link to the article', async () => {
    const { html } = await teaser('# 甲\n\n乙[^1]\n\n{/* more */}\n\n丙\n\n[^1]: 丁\n')
    expect(html).not.toContain('id=')
    expect(html).not.toContain('anchor-name')
    expect(html).toContain('href="/posts/x#fn-1"')
  })

  test('has no headings: it ends before the first one after a paragraph', async () => {
    for (const marker of ['', '{/* more */}\n\n']) {
      const { html, complete } = await teaser(`## 甲\n\n乙\n\n## 丙\n\n丁\n\n${marker}戊\n`)
      expect(html).toContain('乙')
      expect(html).not.toMatch(/<h\d|丁/)
      expect(complete).toBe(false)
    }
  })

  test('that would fill a window ends after a paragraph and a formula', async () => {
    const rows = '$$\nx\n$$\n\n'
    for (const marker of ['', '{/* more */}\n\n']) {
      const { html } = await teaser(
        `${paragraph(80)}${rows}${`${paragraph(40)}${rows}`.repeat(6)}${marker}后\n`,
      )
      expect(html.match(/<p>/g)).toHaveLength(1)
      expect(html.match(/class="display"/g)).toHaveLength(1)
    }
    expect((await teaser(`${paragraph(700)}${paragraph(80)}`)).html.match(/<p>/g)).toHaveLength(1)
  })
})

describe('the feed', () => {
  test('contains formulas as MathML only, absolute URLs, plain code and no classes', async () => {
    const { body } = await compileMdx(
      '$x$ [链](/posts/y) [节](#z)\n\n```python\nx = 1\n```\n\n<LogisticMap />\n',
    )
    const html = body.feed
    expect(html).toContain('<math')
    expect(html).toContain('<annotation encoding="application/x-tex">x</annotation>')
    expect(html).not.toMatch(/class=|style=|id=/)
    expect(html).toContain(`href="${testSite.url}/posts/y"`)
    expect(html).toContain(`href="${testSite.url}/posts/x#z"`)
    expect(html).toContain(`<a href="${testSite.url}/posts/x">`)
  })
})

test('in the feed, a component becomes its children, or a link with its fallback', async () => {
  const { body } = await compileMdx(
    '<LogisticMap>\n\n甲 $x$\n\n</LogisticMap>\n\n<LogisticMap fallback="轨道" />\n',
  )
  expect(body.feed).toMatch(/^<p>甲 <math.*<\/math><\/p>\s*<p><a href="[^"]*">轨道<\/a><\/p>$/)
  expect(body.page.nodes).toMatchObject([
    { name: 'LogisticMap', props: {}, place: expect.stringMatching(/^content\/posts\/.*:1$/) },
    { name: 'LogisticMap', props: {}, fallback: '轨道' },
  ])
})

test('only the page has wrappers: feed, Markdown and search contain code unfolded', async () => {
  const code = `\`\`\`python\n${'x = 1\n'.repeat(41)}\`\`\``
  const { body } = await compileMdx(`甲\n\n${code}\n\n| a | b |\n| - | - |\n| 1 | 2 |\n`)
  expect(body.page.html[0]).toContain('<details class="framed"><summary>全部 41 行</summary>')
  const found = JSON.stringify(body.passages)
  for (const other of [body.feed, body.markdown, found]) expect(other).not.toMatch(/framed|全部 41 行/)
  expect(body.feed).toContain('<table>')
})

test('a table that contains a component is wrapped too', async () => {
  const { body } = await compileMdx('| a | <LogisticMap r={3.5} /> |\n| - | - |\n| 1 | 2 |\n')
  expect(body.page.nodes).toMatchObject([
    {
      name: 'div',
      props: { className: 'framed' },
      children: [{ props: { tabIndex: 0, 'aria-label': '表格' } }],
    },
  ])
})

test('in the feed, name, title and text of a statement are separated without a stylesheet', async () => {
  const { body } = await compileMdx(':::theorem{title="勾股"}\n甲\n:::\n\n:::proof\n乙\n:::\n')
  const text = body.feed.replace(/<[^>]*>/g, '')
  expect(text).toMatch(/定理\s1（勾股）\u2002甲/)
  expect(text).toContain('证明\u2002乙\u2002∎')
})

test('the feed keeps portable attributes, and no input, script or style', async () => {
  const { body, problems } = await compileMdx(
    '- [x] 甲\n- [ ] 乙\n\n3. 丙\n\n<b lang="de">Satz</b> <i class="x" style="color:red">丁</i> [戊](http://[)\n\n<script>1</script>\n\n<style>i{}</style>\n',
    { file: 'content/posts/x.md' },
  )
  expect(problems.map(({ rule }) => rule)).toEqual(['html', 'html'])
  const html = body.feed
  expect(html).toContain('☑ 甲')
  expect(html).toContain('☐ 乙')
  expect(html).toContain('<ol start="3">')
  expect(html).toContain('<b lang="de">')
  expect(html).not.toMatch(/<(input|script|style)|class=|style=/)
})

test('footnotes in the feed link to and from ids that contain the name of the article', async () => {
  const { body } = await compileMdx('甲[^注] 乙[^注]\n\n[^注]: 丙\n')
  const html = body.feed
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
  expect(ids).toHaveLength(3)
  for (const id of ids) expect(id).toMatch(/^x-/)
  const targets = [...html.matchAll(/ href="#([^"]*)"/g)].map(([, target]) => target)
  expect(new Set(targets)).toEqual(new Set(ids))
})

test('an element that contains a component keeps its language and id', async () => {
  const { body } = await compileMdx('<div lang="en" id="a">\n\nA\n\n<LogisticMap r={3.5} />\n\n</div>\n')
  expect(body.page.nodes).toMatchObject([{ name: 'div', props: { lang: 'en', id: 'a' } }])
})

test('the table of contents typesets formulas and nests no links', async () => {
  const { body } = await compileMdx('## 甲 $x$\n\n## [乙](/y)\n')
  const { contents } = body.page
  expect(fillFormulas(contents, body.formulas)).toContain('class="katex"')
  expect(contents.match(/<a /g)).toHaveLength(2)
})

describe('a command that a formula defines', () => {
  const defines = '$\\newcommand{\\half}{\\tfrac12}$甲 $\\half$\n'
  const uses = '乙 $\\half$\n'

  test('is known in the rest of its article', async () => {
    expect((await compileMdx(defines)).problems).toEqual([])
  })

  test.each([
    ['before', [uses, defines]],
    ['after', [defines, uses]],
  ])('is unknown to an article compiled %s', async (_, order) => {
    const { compile } = createTestCompiler(mdx)
    for (const text of order) {
      const { problems } = await compile(text)
      expect(problems).toHaveLength(text === uses ? 1 : 0)
    }
  })

  test('may differ between articles', async () => {
    const { compile } = createTestCompiler(mdx)
    const one = await compile('$\\def\\x{1}$ $\\x+0$\n')
    const two = await compile('$\\def\\x{2}$ $\\x+0$\n')
    expect(one.body.feed).toContain('<mn>1</mn>')
    expect(two.body.feed).toContain('<mn>2</mn>')
  })
})

test('in the feed, a number of \\tag* has no parentheses, in one row and in several', async () => {
  const tex = '$$x\\tag*{A}$$\n\n\\begin{align}a\\tag*{B}\\\\b\\tag{C}\\end{align}\n'
  const { body, problems } = await compileMdx(tex)
  expect(problems).toEqual([])
  const feed = body.feed.replace(/<annotation.*?<\/annotation>/gs, '')
  const numbers = [...feed.matchAll(/<mtext>(\(?[A-C]\)?)<\/mtext>/g)].map(([, number]) => number)
  expect(numbers).toEqual(['A', 'B', '(C)'])
})

test('private-use characters of an author are kept', async () => {
  expect(fillDeferredValues('甲\uE000乙\uE001丙', () => '')).toBe('甲\uE000乙\uE001丙')
  expect((await compileMdx('甲\uE000乙\uE001丙\n')).problems).toEqual([])
})

test('an invalid % in a path is reported as a missing image, and the text is kept', async () => {
  const { body, problems } = await compileMdx('甲\n\n![乙](a%.svg "丙")\n')
  expect(problems.map(({ rule }) => rule)).toEqual(['image'])
  expect(body.page.html.join('')).toContain('甲')
})
