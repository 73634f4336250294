import { brotliCompressSync, constants } from 'node:zlib'
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
import { messages } from '../i18n'
import type { SiteConfig } from '../site'
import { hash, type Store, writeAtomically } from '../store/store'
import { type Asset, isCurrent } from './asset'
import { type Counts, countWords } from './count'
import { createTypesetter, type Typesetter } from './formula'
import { partFile, parts } from './part'
import { printContents, printFeed, printPage, printTeaser } from './print'
import { type Problem, report } from './problem'
import { rehypeCode } from './rehype-code'
import { rehypeFormulas } from './rehype-formulas'
import { type Heading, rehypeHeadings } from './rehype-headings'
import { rehypeImages } from './rehype-images'
import { remarkDisplayMath } from './remark-display-math'
import { remarkFigures } from './remark-figures'
import { remarkStaticMdx } from './remark-static-mdx'
import { remarkTeaserMarker } from './remark-teaser-marker'
import { cutTeaser } from './teaser'

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
}

/** What lists need to know of a compiled file; its printed parts lie in files named by `key`. */
export interface Compiled {
  /** Names the printed parts; changes when anything that goes into them changes. */
  key: string
  headings: Heading[]
  counts: Counts
  /** The teaser is the whole article. */
  complete: boolean
  assets: Asset[]
  problems: Problem[]
}

interface Options {
  site: SiteConfig
  store: Store
  /** Folder that receives the printed parts. */
  bodies: string
  /** Names of the components that articles may use. */
  components: readonly string[]
  /** Changes whenever the pipeline itself does. */
  version: string
}

/**
 * Make the function that compiles one file: Markdown to printed parts. Unchanged files come from the store.
 * It never throws for what an author wrote: everything to mend is in `problems`.
 */
export function createCompiler(options: Options): (source: Source) => Promise<Compiled> {
  const { store, version, site, bodies } = options
  const typesetters = new Map<string, Typesetter>()
  const typesetterFor = (macros: Source['macros']) => {
    const key = hash(macros)
    const typeset = typesetters.get(key) ?? createTypesetter(macros, store)
    typesetters.set(key, typeset)
    return typeset
  }
  return async (source) => {
    const key = hash(version, site.url, options.components, source)
    const stored = store.read<Compiled>('documents', key)
    if (stored?.assets.every(isCurrent)) return stored
    const compiled = await compile(source, key, typesetterFor(source.macros), options)
    // What has problems is compiled again next time: an image may have arrived meanwhile.
    if (compiled.problems.length === 0) store.write('documents', key, compiled)
    return compiled
  }

  async function compile(
    source: Source,
    sourceKey: string,
    typeset: Typesetter,
    { components }: Options,
  ): Promise<Compiled> {
    const file = new VFile({ path: source.file, value: source.text })
    const { interface: t } = messages(source.lang)
    let tree: Root = { type: 'root', children: [] }
    try {
      const processor = createProcessor(source, typeset, components, site)
      tree = (await processor.run(processor.parse(file), file)) as Root
    } catch (error) {
      reportCrash(file, error)
    }
    const headings = file.data.headings ?? []
    const assets = file.data.assets ?? []
    const teaser = cutTeaser(tree)
    const key = hash(sourceKey, assets)
    const print = {
      page: { ...printPage(tree), contents: printContents(tree, headings) },
      teaser: printTeaser(teaser.children, source.url),
      feed: printFeed(tree, { url: source.url, siteUrl: site.url, componentNote: t.interactive }),
    }
    for (const part of parts)
      writeAtomically(`${bodies}/${partFile(key, part)}`, compress(JSON.stringify(print[part])))
    return {
      key,
      headings,
      counts: countWords(tree),
      complete: teaser.complete,
      assets,
      problems: file.data.problems ?? [],
    }
  }
}

/** The language of articles, from text to tree; each plugin does one job. */
function createProcessor(
  source: Source,
  typeset: Typesetter,
  components: readonly string[],
  site: SiteConfig,
) {
  const { interface: t } = messages(source.lang)
  const isMdx = source.file.endsWith('.mdx')
  const processor = unified()
    .use(remarkParse)
    .use(remarkFrontmatter)
    .use(remarkGfm)
    .use(remarkCjkFriendly)
    .use(remarkMath)
    .use(remarkDisplayMath)
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
    .use(rehypeFormulas, { typeset })
    .use(rehypeHeadings, { anchorLabel: t.linkToSection })
    .use(rehypeImages, { folder: source.folder })
    .use(rehypeCode)
    .use(rehypeExternalLinks, {
      rel: ['noopener'],
      properties: { className: ['external'] },
      test: ({ properties }) => !String(properties.href).startsWith(site.url),
    })
  return processor as unknown as Processor<Root, undefined, Root>
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

function compress(text: string): Buffer {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
}
