import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import rehypeRaw from 'rehype-raw'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { type Processor, unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { messages } from '../site/i18n'
import { readBibliography } from './bibliography/bibliography'
import { plainNumbering } from './numbering/numbering'
import { rehypeCode } from './rehype/rehype-code'
import { rehypeEmbeds } from './rehype/rehype-embeds'
import { rehypeFormulas } from './rehype/rehype-formulas'
import { rehypeHeadings } from './rehype/rehype-headings'
import { rehypeHtmlFormulas } from './rehype/rehype-html-formulas'
import { rehypeImages } from './rehype/rehype-images'
import { rehypeLinks } from './rehype/rehype-links'
import { rehypeMedia } from './rehype/rehype-media'
import { rehypeNotes } from './rehype/rehype-notes'
import { rehypeNumbers } from './rehype/rehype-numbers'
import { rehypeRawText } from './rehype/rehype-raw-text'
import { rehypeReferences } from './rehype/rehype-references'
import { rehypeSpacing } from './rehype/rehype-spacing'
import { rehypeTables } from './rehype/rehype-tables'
import { remarkAutolinks } from './remark/remark-autolinks'
import { remarkChecks } from './remark/remark-checks'
import { remarkDialects } from './remark/remark-dialects'
import { remarkDollars } from './remark/remark-dollars'
import { remarkEscapes } from './remark/remark-escapes'
import { remarkFigures } from './remark/remark-figures'
import { remarkHtmlText } from './remark/remark-html-text'
import { remarkKramdownFormulas } from './remark/remark-kramdown-formulas'
import { remarkLiteralHtml } from './remark/remark-literal-html'
import { remarkMathSyntax } from './remark/remark-math-syntax'
import { remarkSoftBreaks } from './remark/remark-soft-breaks'
import { remarkStatements } from './remark/remark-statements'
import { remarkStaticMdx } from './remark/remark-static-mdx'
import { remarkTableFormulas } from './remark/remark-table-formulas'
import { remarkTeaserMarker } from './remark/remark-teaser-marker'
import { remarkTexCommands } from './remark/remark-tex-commands'
import { createTypesetters } from './tex/katex/formula'
import { toPlainText } from './text/plain-text'

// Each folder of `fixtures/` is a plugin, each folder in it a case with `input.md` or `input.mdx`. `output.html` contains the
// HTML, the data of the file, and the problems. A new case needs no code: add an input, run `npm run unit -- -u`, and check
// the output.

const fixtures = join(import.meta.dirname, 'fixtures')
const typeset = createTypesetters()({})

const { statements: names } = messages('zh-CN')
const numbers = { numbering: plainNumbering, theorems: 'together', names, typeset } as const
const references = {
  names,
  lang: 'zh-CN',
  bibliography: readBibliography('', ''),
  style: 'gb-t-7714',
  bibliographyTitle: '参考文献',
} as const

const components = [
  { name: 'LogisticMap', version: '' },
  {
    name: 'Checked',
    version: '',
    check: ({ r }: { r?: unknown }) =>
      r === 3 ? [] : [{ prop: 'r', message: r === 5 ? 'r: at most 4' : 'r: expected a number' }],
  },
  { name: 'Broken', version: '', error: 'site/components/Broken.tsx:3: Unexpected "{"' },
]

/** The plugin under test, and the plugins that it depends on. */
interface Plugins {
  /** Plugins before those of the syntax for mathematics. */
  syntax?: (processor: Processor) => void
  remark?: (processor: Processor) => void
  /** Plugins before HTML is parsed. */
  html?: (processor: Processor) => void
  rehype?: (processor: Processor) => void
}

const plugins: Record<string, Plugins> = {
  'math-syntax': {},
  'soft-breaks': { remark: (processor) => processor.use(remarkSoftBreaks) },
  statements: {
    remark: (processor) => processor.use(remarkStatements),
    rehype: (processor) => processor.use(rehypeNumbers, numbers),
  },
  numbers: { rehype: (processor) => processor.use(rehypeNumbers, numbers) },
  references: {
    remark: (processor) => processor.use(remarkStatements),
    rehype: (processor) => processor.use(rehypeNumbers, numbers).use(rehypeReferences, references),
  },
  spacing: { rehype: (processor) => processor.use(rehypeNumbers, numbers).use(rehypeSpacing) },
  autolinks: { remark: (processor) => processor.use(remarkGfm).use(remarkAutolinks) },
  'html-formulas': { html: (processor) => processor.use(rehypeHtmlFormulas, { brackets: false }) },
  'literal-html': {
    syntax: (processor) => processor.use(remarkLiteralHtml),
    remark: (processor) => processor.use(remarkStaticMdx, { components: [], trust: 'high' }),
  },
  dialects: {
    syntax: (processor) => processor.use(remarkTexCommands),
    remark: (processor) => processor.use(remarkGfm).use(remarkAutolinks).use(remarkDialects),
  },
  figures: { remark: (processor) => processor.use(remarkFigures) },
  'html-text': { remark: (processor) => processor.use(remarkHtmlText) },
  'kramdown-formulas': { remark: (processor) => processor.use(remarkKramdownFormulas) },
  dollars: { remark: (processor) => processor.use(remarkGfm).use(remarkDollars) },
  escapes: { remark: (processor) => processor.use(remarkGfm).use(remarkEscapes) },
  checks: { remark: (processor) => processor.use(remarkGfm).use(remarkChecks) },
  notes: {
    remark: (processor) => processor.use(remarkGfm),
    rehype: (processor) => processor.use(rehypeNotes),
  },
  links: {
    rehype: (processor) =>
      processor
        .use(rehypeHeadings, { anchorLabel: '链接' })
        .use(rehypeLinks, { folder: 'fixtures', url: '/posts/x', root: 'lib/markdown' }),
  },
  tables: {
    remark: (processor) => processor.use(remarkGfm),
    rehype: (processor) => processor.use(rehypeTables),
  },
  'table-formulas': { remark: (processor) => processor.use(remarkGfm).use(remarkTableFormulas) },
  'raw-text': {
    remark: (processor) =>
      processor.use(remarkGfm).use(remarkDollars).use(remarkStatements).use(remarkFigures),
    rehype: (processor) => processor.use(rehypeNumbers, numbers).use(rehypeRawText),
  },
  'tex-commands': { syntax: (processor) => processor.use(remarkTexCommands) },
  'teaser-marker': { remark: (processor) => processor.use(remarkTeaserMarker) },
  'static-mdx': { remark: (processor) => processor.use(remarkStaticMdx, { components, trust: 'high' }) },
  headings: {
    rehype: (processor) => processor.use(rehypeHeadings, { anchorLabel: '本节链接：' }),
  },
  images: {
    rehype: (processor) =>
      processor.use(rehypeImages, {
        folder: 'fixtures',
        root: 'lib/markdown',
        hosts: ['images.example.org'],
      }),
  },
  media: {
    remark: (processor) => processor.use(remarkFigures),
    rehype: (processor) =>
      processor.use(rehypeMedia, { folder: 'fixtures', root: 'lib/markdown', hosts: ['videos.example.org'] }),
  },
  embeds: {
    rehype: (processor) =>
      processor.use(rehypeEmbeds, { hosts: ['player.example.org'], label: '{host} 的内容，点击后加载' }),
  },
  code: { rehype: (processor) => processor.use(rehypeCode) },
  formulas: {
    rehype: (processor) => processor.use(rehypeNumbers, numbers).use(rehypeFormulas, { typeset }),
  },
}

test('every fixture folder has a plugin', () => {
  const folders = readdirSync(fixtures, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(folders.map(({ name }) => name).sort()).toEqual(Object.keys(plugins).sort())
})

describe.each(Object.keys(plugins))('%s', (plugin) => {
  test.each(readdirSync(join(fixtures, plugin)))('%s', async (name) => {
    const folder = join(fixtures, plugin, name)
    const input = readdirSync(folder).find((file) => file.startsWith('input.')) ?? ''
    const value = readFileSync(join(folder, input), 'utf8')
    const compile = (text: string) =>
      process(plugins[plugin] ?? {}, new VFile({ path: input, value: toPlainText(text) }))
    const output = await compile(value)
    await expect(output).toMatchFileSnapshot(join(folder, 'output.html'))
    expect(await compile(`\uFEFF${value.replaceAll('\n', '\r\n')}`)).toBe(output)
  })
})

async function process({ syntax, remark, html, rehype }: Plugins, file: VFile): Promise<string> {
  const processor = unified().use(remarkParse).use(remarkFrontmatter).use(remarkMath) as unknown as Processor
  syntax?.(processor)
  processor.use(remarkMathSyntax, { brackets: false })
  const isMdx = file.path.endsWith('.mdx')
  if (isMdx) processor.use(remarkMdx)
  remark?.(processor)
  processor.use(remarkRehype, {
    allowDangerousHtml: true,
    passThrough: ['mdxJsxFlowElement', 'mdxJsxTextElement'],
  })
  html?.(processor)
  if (!isMdx) processor.use(rehypeRaw)
  rehype?.(processor)
  const tree = (await processor.run(processor.parse(file), file)) as Root
  const { problems, ...data } = file.data
  return [
    toHtml(markData(tree), { allowDangerousHtml: true }),
    Object.keys(data).length > 0 ? `<!-- data: ${JSON.stringify(data, null, 2)} -->` : '',
    ...(problems ?? []).map(
      ({ line, column, message, hint }) => `<!-- ${line}:${column} ${message} → ${hint} -->`,
    ),
  ]
    .filter(Boolean)
    .join('\n')
    .concat('\n')
}

/** Write components and the `data` of nodes as HTML. */
function markData(tree: Root): Root {
  const replacer = (_: string, node: unknown): unknown => {
    if (typeof node !== 'object' || node === null || !('type' in node)) return node
    const { type, name, data } = node as { type: string; name?: string; data?: Record<string, unknown> }
    if (type === 'mdxJsxFlowElement' || type === 'mdxJsxTextElement') {
      return { type: 'raw', value: `<${name}> ${JSON.stringify(data?.props)}` }
    }
    if (typeof data?.highlighted === 'string') return { type: 'raw', value: `<pre>${data.highlighted}</pre>` }
    if (data?.equation) return { type: 'raw', value: `${JSON.stringify(data.equation)}\n` }
    if (data?.formula) return { type: 'raw', value: `${JSON.stringify(data.formula, null, 2)}\n` }
    return node
  }
  return JSON.parse(JSON.stringify(tree, replacer))
}
