import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Problem } from '../../markdown/problems/problem'
import { testSite } from '../../site/test-site'
import { createDocumentCompiler, type DocumentCompiler } from '../compile/compile-document'
import { documentTypes } from '../front-matter/document-types'
import { type ReadResult, readDocument } from '../read/read-document'
import { toPublished } from '../read/shape-documents'

// Each case is a class of files, which must compile or become problems with a position, and never throw.

const project = process.cwd()
const root = mkdtempSync(join(tmpdir(), 'lemma-hostile-'))
let compiler: DocumentCompiler
beforeAll(() => {
  process.chdir(root)
  compiler = createDocumentCompiler(testSite, { components: [{ name: 'LogisticMap', version: '' }] })
})
afterAll(() => {
  process.chdir(project)
  rmSync(root, { recursive: true, force: true })
})

let number = 0

async function read(content: string | Buffer, extension = 'md'): Promise<ReadResult> {
  const folder = extension === 'yml' ? 'authors' : 'posts'
  const file = `content/${folder}/case-${++number}.${extension}`
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
  return readDocument(file, documentTypes, compiler)
}

const frontMatter = '---\ntitle: x\ndate: 2020-01-01\n---\n'
/** The line at which a text starts after this front matter. */
const first = 5

function problemsOf({ problems, document }: ReadResult): Problem[] {
  return [...problems, ...(document && 'compiled' in document ? document.compiled.problems : [])]
}

async function check(content: string | Buffer, extension?: string): Promise<Problem[]> {
  const result = await read(content, extension)
  const problems = problemsOf(result)
  for (const { line, file } of problems) {
    expect(line).toBeGreaterThanOrEqual(1)
    expect(file).toMatch(/^content\//)
  }
  if (result.document) toPublished([result.document], testSite)
  return problems
}

const checkText = (text: string, extension?: string) => check(frontMatter + text, extension)

const nest = (open: string, inner: string, close: string, levels: number) =>
  open.repeat(levels) + inner + close.repeat(levels)

describe('a line under a formula', () => {
  test.each([
    '$$\nx\n$$\n---',
    '\\begin{align}\nx\n\\end{align}\n---',
    '\\begin{align}x\\end{align}\n===',
    'Let $x\ny$ be\n---',
    'Let $x\ny$ be\n===',
    '> $$\n> x\n> $$\n> ---',
    '- $$\n  x\n  $$\n  ---',
    '[a]: b\n$x\ny$\n===',
  ])('is a rule or a heading: %j', async (text) => {
    expect(await checkText(text)).toEqual([])
  })
})

test.each(['[@a,\nb\nc] d', '[@a,\n}]', '> [@a,\n> b]', '- [@a,\n  b\n  ]', '[@a,\nb', '[@a\n\nb]'])(
  'a citation may continue on the next lines: %j',
  async (text) => {
    const problems = await checkText(text)
    expect(problems.filter(({ rule }) => rule !== 'citation')).toEqual([])
  },
)

describe('names of members of Object.prototype', () => {
  const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf']
  test.each(names)('%s is an unknown code language', async (name) => {
    expect(await checkText(`\`\`\`${name}\nx\n\`\`\``)).toMatchObject([
      { line: first, rule: 'code-language' },
    ])
  })
  test.each(names)('%s is an unknown statement', async (name) => {
    expect(await checkText(`:::${name}\nx\n:::`)).toMatchObject(
      name.startsWith('_') ? [] : [{ line: first, rule: 'statement' }],
    )
  })
  test.each(names)('%s is an unknown field', async (name) => {
    const { document, problems } = await read(`---\n${name}: x\ntitle: x\ndate: 2020-01-01\n---\n`)
    expect(problems).toEqual([])
    expect(document).toMatchObject({ title: 'x', unknownFields: [name] })
  })
  test.each(names)('%s is an unknown citation', async (name) => {
    expect(await checkText(`[@${name}]`)).toMatchObject([{ line: first, rule: 'citation' }])
  })
  test.each(names)(
    '%s names a label, a slug, a tag, a series, a macro, an id and a heading',
    async (name) => {
      const fields = `slug: ${name}\nid: ${name}\ntags: [${name}]\ncategory: ${name}\nseries: ${name}\npart: 1`
      const macros = `macros:\n  \\${name}: x\n  ${name}: y`
      const text = `## ${name}\n\n$$\nx\\label{${name}}\n$$\n\nSee \\eqref{${name}} and $\\ref{${name}}$.\n\n:::theorem{#${name}-2}\nx\n:::\n\n[^${name}]\n\n[^${name}]: x\n`
      expect(await check(`---\ntitle: x\ndate: 2020-01-01\n${fields}\n${macros}\n---\n${text}`)).toEqual([])
    },
  )
  test.each(names)('%s is the name of an element', async (name) => {
    expect(await checkText(`<${name}>甲</${name}>`)).toEqual([])
  })
  test.each(names)('%s is an attribute of a component', async (name) => {
    expect(await checkText(`<LogisticMap ${name}={{"a": 1}} />`, 'mdx')).toEqual([])
  })
  test.each(['data-citation', 'data-kind', 'data-reference', 'data-subequations'])(
    'accepts the attribute %s in HTML that an author wrote',
    async (name) => {
      for (const value of ['constructor', '', '{', '[1]', 'begin'])
        await checkText(`<div ${name}="${value}">x</div>\n\n<a ${name}="${value}">y</a>`)
    },
  )
})

describe('front matter', () => {
  const withTitle = (title: string) => check(`---\ntitle: ${title}\ndate: 2020-01-01\n---\n`)

  test.each([
    ['*Nature*', 'Found *Nature*: in YAML this is an alias of the anchor &Nature*, which does not exist.'],
    ['&Co', 'Found &Co: in YAML this is an anchor that no alias uses.'],
    ['!important', expect.stringContaining('The front matter is not YAML: Unresolved tag: !important')],
    ['!!js/function x', expect.stringContaining('Unresolved tag')],
    ['{a: b}', expect.stringContaining('expected text')],
    ['@x', expect.stringContaining('The front matter is not YAML')],
    ['a: b', expect.stringContaining('The front matter is not YAML')],
    ['1e400', expect.stringContaining('expected text')],
    ['"\\uD800"', expect.stringContaining('lone surrogates')],
  ])('reports how YAML parsed the title %s', async (title, message) => {
    expect(await withTitle(title)).toMatchObject([{ line: 2, rule: 'front-matter', message }])
  })

  test('may contain an alias of an anchor', async () => {
    expect(await check('---\ntitle: &a x\nsummary: *a\ndate: 2020-01-01\n---\n')).toEqual([])
  })

  test.each([
    [
      'aliases that multiply',
      `a: &a [x]\n${[...'bcdefghij'].map((name, index) => `${name}: &${name} [${`*${'abcdefghij'[index]},`.repeat(9)}]`).join('\n')}`,
    ],
    ['an alias inside itself', 'tags: &a [*a]'],
    ['brackets', `tags: ${'['.repeat(5_000)}`],
    ['braces', `macros: ${'{a: '.repeat(5_000)}`],
    ['list marks', `tags:\n  ${'- '.repeat(5_000)}`],
    ['duplicate keys', 'title: y'],
    ['70,000 characters', `summary: ${'x'.repeat(70_000)}`],
    ['a NUL', 'slug: "a\\0b"'],
    ['a slug of dots', 'slug: ..'],
    ['no slug', 'slug: ""'],
    ['half a character in a slug', 'slug: "\\uD800"'],
    ['half a character in a tag', 'tags: ["\\uDC00"]'],
    ['half a character in an alias', 'aliases: ["/\\uD800"]'],
    ['half a character in the category', 'category: "\\uD800"'],
    ['half a character in a macro', 'macros: { \\a: "\\uD800" }'],
    ['a date beyond all dates', 'updated: 999999-01-01'],
  ])('with %s is a problem with a line', async (_, fields) => {
    const problems = await check(`---\ntitle: x\ndate: 2020-01-01\n${fields}\n---\n`)
    expect(problems).toMatchObject([{ rule: 'front-matter' }])
    expect(problems[0]?.line).toBeGreaterThanOrEqual(2)
  })

  test.each([
    ['indentation', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'), 'a'],
    ['a merge key', '<<: {a: b}', '<<'],
    ['a list as a key', '? [a]\n: b', '[ a ]'],
  ])('with %s has an unknown field', async (_, fields, name) => {
    const { document, problems } = await read(`---\ntitle: x\ndate: 2020-01-01\n${fields}\n---\n`)
    expect(problems).toEqual([])
    expect(document).toMatchObject({ title: 'x', unknownFields: [name] })
  })

  test.each(['', 'x', '*a', 'null', '[1]', '---\n---', '\0', 'name: *a'])(
    'of an author may be %j',
    async (content) => {
      expect(await check(content, 'yml')).toHaveLength(1)
    },
  )
})

describe('images', () => {
  test.each([
    '',
    '.',
    '..',
    '/',
    '/posts',
    './',
    'posts/',
    '%00.png',
    '%ZZ.png',
    `${'a'.repeat(5_000)}.png`,
    '%EF%BF%BE',
  ])('![a](%s) is a problem', async (address) => {
    expect(await checkText(`![a](<${address}>)`)).toMatchObject([{ line: first, rule: 'image' }])
  })
  test.each(['.', '..', '/', 'nothing.png'])('cover: %s is a problem', async (cover) => {
    const { document } = await read(`---\ntitle: x\ndate: 2020-01-01\ncover: ${cover}\n---\n`)
    expect(document?.located.cover).toHaveProperty('message')
    const { published } = toPublished(document ? [document] : [], testSite)
    expect(published.posts[0]?.problems).toMatchObject([{ line: 4, rule: 'cover' }])
  })
  test('that are cyclic links, pipes, empty or not images are problems', async () => {
    mkdirSync('content/posts', { recursive: true })
    symlinkSync('b.png', 'content/posts/a.png')
    symlinkSync('a.png', 'content/posts/b.png')
    writeFileSync('content/posts/empty.png', '')
    writeFileSync('content/posts/c.svg', '<svg width="0" height="NaN"></svg>')
    writeFileSync('content/posts/d.svg', `<svg ${'viewBox="'.repeat(20_000)}`)
    const names = ['a.png', 'empty.png', 'c.svg', 'd.svg']
    if (process.platform !== 'win32') {
      execFileSync('mkfifo', ['content/posts/pipe.png'])
      names.push('pipe.png')
    }
    for (const name of names)
      expect(await checkText(`![a](${name})`), name).toMatchObject([{ line: first, rule: 'image' }])
  })
})

describe('files', () => {
  test('that are folders, pipes or cyclic links are problems', async () => {
    mkdirSync('content/posts/folder.md', { recursive: true })
    symlinkSync('loop.md', 'content/posts/loop.md')
    const names = ['folder.md', 'loop.md']
    if (process.platform !== 'win32') {
      execFileSync('mkfifo', ['content/posts/pipe.md'])
      names.push('pipe.md')
    }
    for (const name of names)
      expect(problemsOf(await readDocument(`content/posts/${name}`, documentTypes, compiler))).toMatchObject([
        { line: 1, rule: 'file' },
      ])
  })
  test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'without read permission are problems',
    async () => {
      writeFileSync('content/posts/secret.md', frontMatter)
      chmodSync('content/posts/secret.md', 0)
      expect(
        problemsOf(await readDocument('content/posts/secret.md', documentTypes, compiler)),
      ).toMatchObject([{ line: 1, rule: 'file' }])
    },
  )
  test('that are not UTF-8 are problems with the line', async () => {
    const bytes = Buffer.concat([Buffer.from(`${frontMatter}a\n`), Buffer.from([0xff, 0xfe, 0x0a])])
    expect(await check(bytes)).toMatchObject([{ line: 6, rule: 'file' }])
  })
  test('in GBK or UTF-16 are problems that name the encoding', async () => {
    const gbk = Buffer.concat([Buffer.from(frontMatter), Buffer.from([0xbc, 0xd7, 0xd2, 0xd2, 0x0a])])
    expect(await check(gbk)).toMatchObject([{ line: 5, message: expect.stringContaining('GBK') }])
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(`${frontMatter}甲`, 'utf16le')])
    expect(await check(utf16)).toMatchObject([{ message: expect.stringContaining('UTF-16') }])
  })
  test('that are too long are problems', async () => {
    expect(await checkText('x\n\n'.repeat(100_000))).toMatchObject([{ rule: 'limit' }])
    expect(await check(Buffer.alloc(5_000_000, 'x'))).toMatchObject([{ line: 1, rule: 'file' }])
  })
})

describe('excessive nesting is a problem at its line', () => {
  const levels: Record<string, string> = {
    quotes: `${'>'.repeat(2_000)} x`,
    lists: `${'- '.repeat(1_000)}x`,
    'ordered lists': `${'1. '.repeat(1_000)}x`,
    'indented lists': Array.from({ length: 150 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n'),
    elements: nest('<div>\n', 'x', '\n</div>', 2_000),
    'elements in a line': nest('<b>', 'x', '</b>', 2_000),
    'elements that never close': '<div>\n\n'.repeat(2_000),
    brackets: '['.repeat(2_000),
    links: nest('[', 'a', '](b)', 2_000),
    images: nest('![', 'a', '](b)', 2_000),
    emphasis: nest('*a ', 'a', '*', 500),
    strong: nest('**', 'a', '**', 20_000),
    statements: ':::theorem\n'.repeat(2_000),
    'unknown statements': ':::note\n'.repeat(2_000),
    groups: `$${nest('{', 'x', '}', 4_000)}$`,
    fractions: `$${nest('\\frac{a}{', 'x', '}', 1_000)}$`,
    roots: `$${nest('\\sqrt{', 'x', '}', 1_000)}$`,
    delimiters: `$${nest('\\left(', 'x', '\\right)', 600)}$`,
    environments: `$$\n${nest('\\begin{matrix}', 'x', '\\end{matrix}', 150)}\n$$`,
    text: `$${nest('\\text{$', 'x', '$}', 1_000)}$`,
    exponents: `$${nest('x^{', 'x', '}', 1_000)}$`,
  }
  test.each(Object.entries(levels))('%s', async (_, text) => {
    const [problem] = (await checkText(`Text.\n\n${text}`)).filter(({ severity }) => !severity)
    expect(problem?.line).toBeGreaterThanOrEqual(first + 2)
    expect(problem?.message).toMatch(/nested too deeply|more than|expected at most|never end/)
  })
  test.each([
    '{'.repeat(5_000) + '}'.repeat(5_000),
    nest('<div>', 'x', '</div>', 2_000),
    nest('<div>\n', 'x\n', '</div>\n', 2_000),
    nest('<>', '', '</>', 500),
  ])('JSX', async (text) => {
    expect(await checkText(text, 'mdx')).toMatchObject([{ rule: 'limit' }])
  })
  test('declarations in a formula', async () => {
    expect(await checkText(`$${'\\bf '.repeat(2_400)}x$`)).toMatchObject([
      { line: first, message: expect.stringContaining('nested too deeply') },
    ])
  })
})

describe('a formula that grows', () => {
  const letters = [...'bcdefghijklmnopq']
  const doubling = letters
    .map((letter, index) => `\\def\\${letter}#1{\\${letters[index + 1] ?? 'relax'} {#1#1}}`)
    .join('')
  test.each([
    ['macros that double their argument', `$${doubling}\\b{x}$`],
    ['macros that are long', `$\\def\\a{${'xy'.repeat(3_000)}}${'\\a'.repeat(800)}$`],
    ['chemistry', `$\\pu{${'a'.repeat(6_000)}}$`],
    ['its length', `$${'a'.repeat(20_000)}$`],
  ])('by %s is a problem at its line', async (_, formula) => {
    expect(await checkText(`Text.\n\n${formula}`)).toMatchObject([
      { line: first + 2, column: 1, rule: 'limit' },
    ])
  })
  test('by the macros of its front matter is a problem at its line', async () => {
    const macros = letters.map(
      (letter, index) => `  \\${letter}: "\\\\${letters[index + 1] ?? 'relax'} {#1#1}"`,
    )
    const text = `---\ntitle: x\ndate: 2020-01-01\nmacros:\n${macros.join('\n')}\n---\n\n$\\b{x}$`
    expect(await check(text)).toMatchObject([{ line: text.split('\n').length, rule: 'limit' }])
  })
  test('in the front matter is a problem there', async () => {
    const formula = nest('\\left(', 'x', '\\right)', 150)
    expect(await check(`---\ntitle: x\ndate: 2020-01-01\nformula: ${formula}\n---\n`)).toMatchObject([
      { line: 4, rule: 'limit' },
    ])
  })
  test('without end is a problem that KaTeX reports', async () => {
    expect(await checkText('$\\def\\a{x\\a}\\a$')).toMatchObject([{ line: first, rule: 'formula' }])
  })
})

describe('input with quadratic cost', () => {
  const texts: Record<string, string> = {
    'marks of emphasis': '*a_ '.repeat(8_000),
    'stars in a row': `a${'*'.repeat(20_000)}b`,
    'environments that never end': '\\begin{align}'.repeat(4_000),
    'environments that never end, in lines': '\\begin{align}\n'.repeat(4_000),
    'formulas that never end': '$a{\n'.repeat(8_000),
    'displays that never end': '$$a\n'.repeat(8_000),
    backquotes: '`a ``b '.repeat(8_000),
    brackets: '[a]('.repeat(8_000),
    tags: '<a b="'.repeat(8_000),
    'underlined headings': 'a\n=\n\n'.repeat(5_000),
    quotes: '> a\n\n'.repeat(5_000),
    'closing brackets': '&amp;:::proof\n](b)'.repeat(8_000),
    labels: `$$\n\\begin{align}${Array.from({ length: 900 }, (_, n) => `\\label{${n}}\\\\`).join('')}\\end{align}\n$$`,
    references: `$$\n${'\\eqref{a}'.repeat(900)}\n$$`,
    spaces: `甲${' '.repeat(50_000)}\n$$x$$`,
    'spaces in a citation': `[@a, ${' '.repeat(50_000)}x`,
    footnotes: `${'[^a] '.repeat(2_000)}\n\n[^a]: x`,
    pipes: `|a|\n|-|\n|${'$a '.repeat(5_000)}`,
  }
  test.each(Object.entries(texts))('is limited in time: %s', async (_, text) => {
    const began = performance.now()
    await checkText(text)
    // A busy machine takes several times as long as an idle one.
    expect(performance.now() - began).toBeLessThan(8_000)
  })
})

describe('unclosed syntax in .mdx is a problem with a line', () => {
  test.each([
    '<div>\n\nx',
    'a <b> c',
    '<LogisticMap>\n',
    '<div a="',
    '<div a={',
    '{',
    '{/* x',
    '</div>',
    '<div></span>',
    'export const a = [',
    '> <div>\n\nx',
    '- <div>',
    '<a\n\n>',
  ])('%j', async (text) => {
    const problems = await checkText(`Text.\n\n${text}`, 'mdx')
    expect(problems).not.toEqual([])
    expect(problems[0]?.line).toBeGreaterThanOrEqual(first + 2)
  })
})

test.each([
  '[<LogisticMap />](b)',
  '# [<LogisticMap />](b)\n\n## <LogisticMap />\n\n## x',
  '|<LogisticMap />|\n|-|',
  '[^a]\n\n[^a]: <LogisticMap />',
  ':::theorem{#a title="<LogisticMap />"}\n<LogisticMap />\n:::\n\n[@a]',
  '![a](b "<LogisticMap />")',
])('accepts a component anywhere: %j', async (text) => {
  expect((await checkText(text, 'mdx')).filter(({ rule }) => rule === 'compiler')).toEqual([])
})

test('deferred values that an author writes stay text', async () => {
  expect(await checkText('\uE000%7B%22kind%22\uE001 \uE000%7B%22kind%22%3A1%7D\uE001')).toEqual([])
})
