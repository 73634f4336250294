import type { Root } from 'hast'
import rehypeExternalLinks from 'rehype-external-links'
import rehypeRaw from 'rehype-raw'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkMdx from 'remark-mdx'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { type Processor, unified } from 'unified'
import { type Messages, messages } from '../site/i18n'
import { checkDepth } from './problems/check-depth'
import { rehypeEmbeds } from './rehype/rehype-embeds'
import { rehypeFormulas } from './rehype/rehype-formulas'
import { rehypeGuestHtml } from './rehype/rehype-guest-html'
import { rehypeHeadings } from './rehype/rehype-headings'
import { rehypeHtmlFormulas } from './rehype/rehype-html-formulas'
import { rehypeImages } from './rehype/rehype-images'
import { rehypeLinks } from './rehype/rehype-links'
import { rehypeMedia } from './rehype/rehype-media'
import { rehypeNotes } from './rehype/rehype-notes'
import { rehypeNumbers } from './rehype/rehype-numbers'
import { rehypeRawText } from './rehype/rehype-raw-text'
import { rehypeReferences } from './rehype/rehype-references'
import { rehypeSafeHtml } from './rehype/rehype-safe-html'
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
import { remarkLimits } from './remark/remark-limits'
import { remarkLiteralHtml } from './remark/remark-literal-html'
import { remarkMathSyntax } from './remark/remark-math-syntax'
import { remarkSetextHeadings } from './remark/remark-setext-headings'
import { remarkSoftBreaks } from './remark/remark-soft-breaks'
import { remarkStatements } from './remark/remark-statements'
import { remarkStaticMdx } from './remark/remark-static-mdx'
import { remarkTableFormulas } from './remark/remark-table-formulas'
import { remarkTeaserMarker } from './remark/remark-teaser-marker'
import { remarkTexCommands } from './remark/remark-tex-commands'
import type { Typesetter } from './tex/katex/formula'
import type { CompilerOptions, Source } from './types'

/** What parsing an article depends on, besides its text. */
export type MarkdownOptions = Pick<CompilerOptions, 'components' | 'settings'>

type Options = MarkdownOptions & Pick<CompilerOptions, 'bibliography'>

/**
 * The plugins that turn the text of an article into an HTML tree. Code is highlighted after them (`rehypeCode`), because
 * grammars are loaded asynchronously.
 */
export function createPipeline(
  source: Source,
  typeset: Typesetter,
  options: Options,
): Processor<Root, undefined, Root> {
  const processor = unified() as unknown as Processor
  addMarkdown(processor, source.file, options)
  addConversion(processor, messages(source.lang).interface)
  if (!isMdx(source.file))
    processor.use(rehypeHtmlFormulas, { brackets: options.settings.mathBrackets }).use(rehypeRaw)
  addHtmlPlugins(processor, source, typeset, options)
  return processor as unknown as Processor<Root, undefined, Root>
}

/** Add the plugins that parse a file and transform its Markdown tree. */
export function addMarkdown(processor: Processor, file: string, options: MarkdownOptions): void {
  addMarkdownPlugins(processor, options)
  const { components, settings } = options
  if (isMdx(file)) processor.use(remarkMdx).use(remarkStaticMdx, { components, trust: settings.trust })
  processor.use(remarkLimits)
}

function isMdx(file: string): boolean {
  return file.endsWith('.mdx')
}

function addMarkdownPlugins(processor: Processor, { settings }: MarkdownOptions): void {
  processor
    .use(remarkParse)
    .use(remarkSetextHeadings)
    .use(() => checkDepth)
    .use(remarkFrontmatter)
    .use(remarkGfm, { singleTilde: false })
    .use(remarkAutolinks)
    .use(remarkCjkFriendly)
    .use(remarkMath)
    .use(remarkLiteralHtml)
    .use(remarkTexCommands)
    .use(remarkMathSyntax, { brackets: settings.mathBrackets })
    .use(remarkTableFormulas)
    .use(remarkChecks)
    .use(remarkDialects)
    .use(remarkHtmlText)
    .use(remarkKramdownFormulas)
    .use(remarkDollars)
    .use(remarkEscapes)
    .use(remarkStatements)
    .use(remarkSoftBreaks)
    .use(remarkFigures)
    .use(remarkTeaserMarker)
}

/** Convert the Markdown tree to an HTML tree. */
function addConversion(processor: Processor, t: Messages['interface']): void {
  processor
    .use(remarkRehype, {
      allowDangerousHtml: true,
      passThrough: ['mdxJsxFlowElement', 'mdxJsxTextElement'],
      clobberPrefix: '',
      footnoteLabel: t.footnotes,
      footnoteBackLabel: t.backToText,
      footnoteLabelProperties: { className: ['footnotes-title'] },
    })
    .use(() => checkDepth)
}

/** Transform the HTML tree. */
function addHtmlPlugins(processor: Processor, source: Source, typeset: Typesetter, options: Options): void {
  const { settings, bibliography } = options
  const { interface: t, statements: names } = messages(source.lang)
  const isGuests = settings.trust === 'low'
  if (isGuests) processor.use(rehypeGuestHtml)
  processor
    .use(rehypeSafeHtml)
    .use(rehypeNotes)
    .use(rehypeTables)
    .use(rehypeHeadings, { anchorLabel: t.linkToSection, avoidsGlobalNames: isGuests })
    .use(rehypeNumbers, { numbering: source.numbering, theorems: settings.theorems, names, typeset })
    .use(rehypeReferences, {
      names,
      lang: source.lang,
      bibliography,
      style: settings.citationStyle,
      bibliographyTitle: t.references,
    })
    .use(rehypeRawText)
    .use(rehypeSpacing)
    .use(rehypeFormulas, { typeset })
    .use(rehypeLinks, { folder: source.folder, url: source.url, movesPosts: settings.movesPosts ?? false })
    .use(rehypeMedia, { folder: source.folder, hosts: settings.embeds })
    .use(rehypeImages, { folder: source.folder, hosts: settings.imageHosts })
    .use(rehypeExternalLinks, {
      rel: ['noopener'],
      properties: { className: ['external'] },
      test: ({ properties }) => !String(properties.href).startsWith(settings.url),
    })
    .use(rehypeEmbeds, { hosts: settings.embeds, label: t.embed })
}
