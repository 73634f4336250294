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
import { VFile } from 'vfile'
import { VFileMessage } from 'vfile-message'
import type { Bibliography } from '../bibliography/bibliography'
import { messages } from '../i18n'
import type { SiteConfig } from '../site'
import { hash, type Store } from '../store/store'
import { type Asset, isCurrent } from './asset'
import { type PrintedBody, printBody, writeBody } from './body'
import { type Counts, countWords } from './count'
import { createTypesetters, type Typesetter } from './formula'
import { createFormulaTable } from './formula-table'
import type { Label, OpenReference } from './label'
import { holdsLate } from './late'
import type { Numbering } from './numbering'
import { readPassages } from './passages'
import { printContents, printPage, printPreviews, printTeaser } from './print'
import { printFeed } from './print-feed'
import { printMarkdown } from './print-markdown'
import { type Problem, report } from './problem'
import { rehypeCode } from './rehype-code'
import { rehypeFormulas } from './rehype-formulas'
import { type Heading, rehypeHeadings } from './rehype-headings'
import { rehypeImages } from './rehype-images'
import { type InternalLink, rehypeLinks } from './rehype-links'
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
import { cutTeaser } from './teaser'
import { countTerms, type Terms } from './terms'

/** One file to compile. */
export interface Source {
  /** Path from the project's root: `content/posts/cycloid/index.mdx`. */
  file: string
  /** The whole file, front matter included, so that every line number is the file's own. */
  text: string
  /** Folder below `content/` that relative images start from. */
  folder: string
  /** The page's path: `/posts/cycloid`. */
  url: string
  lang: SiteConfig['language']
  /** Macros of the site and of this article. */
  macros: Readonly<Record<string, string>>
  /** TeX of the front matter, typeset with what the article defines. */
  formula?: string
  numbering: Numbering
}

/** What lists need to know of a compiled file; its printed body lies in a file named by `key`. */
export interface Compiled {
  /** Names the printed body; changes when anything that goes into it changes. */
  key: string
  headings: Heading[]
  counts: Counts
  /** What it is about. */
  terms: Terms
  /** The teaser is the whole article. */
  complete: boolean
  assets: Asset[]
  problems: Problem[]
  /** What it numbers and names. */
  labels: Label[]
  /** References that its own labels do not answer. */
  openReferences: OpenReference[]
  /** How far its equation counter went. */
  equationCount: number
  /** Links to pages of the site, to be checked against what there is. */
  links: InternalLink[]
  /** Ids that links may lead to, besides headings and labels. */
  anchors: string[]
  /** Its body holds late values: they are filled in when it is published. */
  late: boolean
}

interface Options {
  site: SiteConfig
  store: Store
  /** Folder that receives the printed bodies. */
  bodies: string
  /** Names of the components that articles may use. */
  components: readonly string[]
  /** `content/references.bib`, and a name that changes with it. */
  bibliography: Bibliography
  bibliographyVersion: string
  /** Changes whenever the pipeline itself does. */
  version: string
}

/** Compiles files, and remembers in the store what it compiled. */
export interface Compiler {
  /** What an unchanged file was compiled to; undefined where it has to be compiled. */
  recall(source: Source): Compiled | undefined
  /** Compile a file. Never throws for what an author wrote: everything to mend is in `problems`. */
  compile(source: Source): Promise<Compiled>
}

/** Make what compiles one file after another: Markdown to a printed body. */
export function createCompiler(options: Options): Compiler {
  const { store, version, site, bodies } = options
  const createTypesetter = createTypesetters()
  return {
    recall(source) {
      const stored = store.read<Compiled>('documents', keyOf(source))
      return stored?.assets.every(isCurrent) ? stored : undefined
    },
    async compile(source) {
      const key = keyOf(source)
      const compiled = await compile(source, key)
      // What has problems is compiled again next time: an image may have arrived meanwhile.
      if (compiled.problems.every(({ severity }) => severity)) store.write('documents', key, compiled)
      return compiled
    },
  }

  function keyOf(source: Source): string {
    // Only an article that cites depends on the bibliography.
    const works = source.text.includes('[@') ? options.bibliographyVersion : ''
    return hash(version, site, options.components, source, works)
  }

  async function compile(source: Source, sourceKey: string): Promise<Compiled> {
    const file = new VFile({ path: source.file, value: source.text })
    const { interface: t } = messages(source.lang)
    let tree: Root = { type: 'root', children: [] }
    const typeset = createTypesetter(source.macros)
    try {
      const processor = createProcessor(source, typeset, options)
      tree = (await processor.run(processor.parse(file), file)) as Root
    } catch (error) {
      reportCrash(file, error)
    }
    const formula = source.formula && typesetChosen(source.formula, typeset, file)
    const headings = file.data.headings ?? []
    const assets = file.data.assets ?? []
    const teaser = cutTeaser(tree)
    const key = hash(sourceKey, assets)
    const labels = file.data.labels ?? []
    const formulas = createFormulaTable()
    const setting = { words: t, formulas }
    const { passages, ...texts } = readPassages(tree, source.macros, formulas)
    const printed: PrintedBody = {
      page: { ...printPage(tree, setting), contents: printContents(tree, headings, setting) },
      teaser: printTeaser(teaser.children, source.url, setting),
      feed: printFeed(tree, {
        url: source.url,
        siteUrl: site.url,
        lang: source.lang,
        componentNote: t.interactive,
      }),
      markdown: printMarkdown(tree, {
        text: source.text,
        labels,
        url: source.url,
        siteUrl: site.url,
        componentNote: t.interactive,
      }),
      ...(formula && { formula }),
      numbered: file.data.numbered ?? [],
      works: file.data.works ?? [],
      previews: printPreviews(tree, labels, source.url, setting),
      passages,
      formulas: formulas.html,
    }
    const text = printBody(printed)
    writeBody(bodies, key, texts, text)
    return {
      key,
      headings,
      counts: countWords(tree),
      terms: countTerms(tree),
      complete: teaser.complete,
      assets,
      problems: file.data.problems ?? [],
      labels,
      openReferences: file.data.openReferences ?? [],
      equationCount: file.data.equationCount ?? 0,
      links: file.data.links ?? [],
      anchors: file.data.anchors ?? [],
      late: holdsLate(text),
    }
  }
}

/** The language of articles, from text to tree; each plugin does one job. */
function createProcessor(source: Source, typeset: Typesetter, { components, site, bibliography }: Options) {
  const { interface: t, statements: names } = messages(source.lang)
  const isMdx = source.file.endsWith('.mdx')
  const processor = unified()
    .use(remarkParse)
    .use(remarkFrontmatter)
    .use(remarkGfm)
    .use(remarkCjkFriendly)
    .use(remarkMath)
    .use(remarkMathSyntax, { brackets: site.mathBrackets })
    .use(remarkTableFormulas)
    .use(remarkChecks)
    .use(remarkStatements)
    .use(remarkSoftBreaks)
    .use(remarkFigures)
    .use(remarkTeaserMarker)
  if (isMdx) processor.use(remarkMdx).use(remarkStaticMdx, { components })
  processor.use(remarkRehype, {
    allowDangerousHtml: true,
    passThrough: ['mdxJsxFlowElement', 'mdxJsxTextElement'],
    clobberPrefix: '',
    footnoteLabel: t.footnotes,
    footnoteBackLabel: t.backToText,
    footnoteLabelProperties: { className: ['footnotes-title'] },
  })
  if (!isMdx) processor.use(rehypeRaw)
  processor
    .use(rehypeNotes)
    .use(rehypeTables)
    .use(rehypeHeadings, { anchorLabel: t.linkToSection })
    .use(rehypeNumbers, { numbering: source.numbering, theorems: site.theorems, names, typeset })
    .use(rehypeReferences, {
      names,
      lang: source.lang,
      bibliography,
      style: site.citationStyle,
      bibliographyTitle: t.references,
    })
    .use(rehypeSpacing)
    .use(rehypeFormulas, { typeset })
    .use(rehypeLinks)
    .use(rehypeImages, { folder: source.folder })
    .use(rehypeCode)
    .use(rehypeExternalLinks, {
      rel: ['noopener'],
      properties: { className: ['external'] },
      test: ({ properties }) => !String(properties.href).startsWith(site.url),
    })
  return processor as unknown as Processor<Root, undefined, Root>
}

/** MathML of a formula in the front matter. */
function typesetChosen(tex: string, typeset: Typesetter, file: VFile): string | undefined {
  const { formula, error } = typeset({ source: tex, katex: tex, display: true })
  if (!error) return formula.mathml
  const line =
    String(file)
      .split('\n')
      .findIndex((line) => line.startsWith('formula:')) + 1
  report(
    file,
    { line, column: 1 },
    {
      rule: 'formula',
      message: `KaTeX cannot typeset this formula: ${error.message}`,
      hint: error.hint,
    },
  )
  return undefined
}

/** The parser gives up on some mistakes: say where, and what usually causes them. */
function reportCrash(file: VFile, error: unknown): void {
  if (!(error instanceof VFileMessage)) throw error
  const isSyntax = error.source?.includes('mdx') ?? false
  report(
    file,
    { line: error.line ?? 0, column: error.column ?? 0 },
    {
      rule: error.ruleId ?? 'syntax',
      message: error.reason,
      ...(isSyntax && {
        hint: 'In .mdx, { and < start code: write \\{ or \\< for the characters, keep TeX between dollars, or name the file .md.',
      }),
    },
  )
}
