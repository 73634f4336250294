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
import { readBibliography } from '../bibliography/bibliography'
import { messages } from '../i18n'
import { createTypesetters } from './formula'
import { plainNumbering } from './numbering'
import { rehypeCode } from './rehype-code'
import { rehypeFormulas } from './rehype-formulas'
import { rehypeHeadings } from './rehype-headings'
import { rehypeImages } from './rehype-images'
import { rehypeLinks } from './rehype-links'
import { rehypeNotes } from './rehype-notes'
import { rehypeNumbers } from './rehype-numbers'
import { rehypeReferences } from './rehype-references'
import { rehypeSpacing } from './rehype-spacing'
import { rehypeTables } from './rehype-tables'
import { remarkChecks } from './remark-checks'
import { remarkFigures } from './remark-figures'
import { remarkMathSyntax } from './remark-math-syntax'
import { remarkSoftBreaks } from './remark-soft-breaks'
import { remarkStatements } from './remark-statements'
import { remarkStaticMdx } from './remark-static-mdx'
import { remarkTableFormulas } from './remark-table-formulas'
import { remarkTeaserMarker } from './remark-teaser-marker'

// Each folder of `fixtures/` is a plugin, each folder in it a case: `input.md` or `input.mdx`, and `output.html`,
// which holds what comes out, what is left on the file, and what is reported. A new case needs no code:
// add an input, run `npm run unit -- -u`, and read the output.

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

// Only the plugin under test and what it stands on.
const plugins: Record<
  string,
  { remark?: (processor: Processor) => void; rehype?: (processor: Processor) => void }
> = {
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
  figures: { remark: (processor) => processor.use(remarkFigures) },
  checks: { remark: (processor) => processor.use(remarkGfm).use(remarkChecks) },
  notes: {
    remark: (processor) => processor.use(remarkGfm),
    rehype: (processor) => processor.use(rehypeNotes),
  },
  links: { rehype: (processor) => processor.use(rehypeHeadings, { anchorLabel: '链接' }).use(rehypeLinks) },
  tables: {
    remark: (processor) => processor.use(remarkGfm),
    rehype: (processor) => processor.use(rehypeTables),
  },
  'table-formulas': { remark: (processor) => processor.use(remarkGfm).use(remarkTableFormulas) },
  'teaser-marker': { remark: (processor) => processor.use(remarkTeaserMarker) },
  'static-mdx': { remark: (processor) => processor.use(remarkStaticMdx, { components: ['LogisticMap'] }) },
  headings: {
    rehype: (processor) => processor.use(rehypeHeadings, { anchorLabel: '本节链接：' }),
  },
  images: {
    rehype: (processor) => processor.use(rehypeImages, { folder: 'fixtures', root: 'lib/markdown' }),
  },
  code: { rehype: (processor) => processor.use(rehypeCode) },
  formulas: {
    rehype: (processor) => processor.use(rehypeNumbers, numbers).use(rehypeFormulas, { typeset }),
  },
}

test('every fixture folder has its plugin', () => {
  const folders = readdirSync(fixtures, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(folders.map(({ name }) => name).sort()).toEqual(Object.keys(plugins).sort())
})

describe.each(Object.keys(plugins))('%s', (plugin) => {
  test.each(readdirSync(join(fixtures, plugin)))('%s', async (name) => {
    const folder = join(fixtures, plugin, name)
    const input = readdirSync(folder).find((file) => file.startsWith('input.')) ?? ''
    const file = new VFile({ path: input, value: readFileSync(join(folder, input), 'utf8') })
    const output = await process(plugins[plugin] ?? {}, file)
    await expect(output).toMatchFileSnapshot(join(folder, 'output.html'))
  })
})

async function process({ remark, rehype }: (typeof plugins)[string], file: VFile): Promise<string> {
  const processor = unified()
    .use(remarkParse)
    .use(remarkFrontmatter)
    .use(remarkMath)
    .use(remarkMathSyntax, { brackets: false }) as unknown as Processor
  const isMdx = file.path.endsWith('.mdx')
  if (isMdx) processor.use(remarkMdx)
  remark?.(processor)
  processor.use(remarkRehype, {
    allowDangerousHtml: true,
    passThrough: ['mdxJsxFlowElement', 'mdxJsxTextElement'],
  })
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

/** Show what plugins leave in `data`, and components, as HTML. */
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
