import type { Site } from '../site/config'
import type { Language } from '../site/languages'
import type { MessageLanguage } from '../site/messages/translate.mjs'
import type { Store } from '../store/store'
import type { Bibliography } from './bibliography/bibliography'
import type { Asset, PublishedFile } from './images/asset'
import type { Label, OpenReference } from './numbering/label'
import type { Numbering } from './numbering/numbering'
import type { FieldTexts, PrintedFields } from './print/print-fields'
import type { Problem } from './problems/problem'
import type { Heading } from './rehype/rehype-headings'
import type { InternalLink } from './rehype/rehype-links'
import type { Counts } from './text/count'
import type { Terms } from './text/terms'

/** A file to compile. */
export interface Source {
  /** Path from the project root: `content/posts/cycloid/index.mdx`. */
  file: string
  /** The whole file with its front matter, so that line numbers are those of the file. */
  text: string
  /** Folder below `content/` to which relative image paths refer. */
  folder: string
  /** Path of the page: `/posts/cycloid`. */
  url: string
  lang: Language
  /** Macros of the site and of this article. */
  macros: Readonly<Record<string, string>>
  /** TeX of the front matter, typeset with the macros that the article defines. */
  formula?: string
  /** Fields of the front matter that contain formulas. */
  fields?: FieldTexts
  numbering: Numbering
}

/** The result of compiling a file, without its printed body, which is stored in a file named by `key`. */
export interface Compiled {
  /** Key of this result in the store. */
  entry: string
  /** Key of the printed body; it changes whenever the body does. */
  key: string
  headings: Heading[]
  counts: Counts
  terms: Terms
  /** The teaser contains the whole article. */
  complete: boolean
  /** Fields of the front matter that contain formulas. */
  fields: PrintedFields
  /** Its images. */
  assets: Asset[]
  /** Other files that are published with it. */
  files: PublishedFile[]
  problems: Problem[]
  /** Language of the problems, if there are any: in another language, the file is compiled again. */
  problemLanguage?: MessageLanguage
  labels: Label[]
  /** References to labels that the article does not define. */
  openReferences: OpenReference[]
  /** The last number of the equation counter. */
  equationCount: number
  /** Links to pages of the site; the link checker verifies them. */
  links: InternalLink[]
  /** Ids that links may refer to, besides headings and labels. */
  anchors: string[]
  /** The printed body contains deferred values, which linking replaces. */
  hasDeferredValues: boolean
}

/** The settings of the site that change what is printed, besides those that `Source` contains. */
export interface CompileSettings
  extends Pick<
    Site,
    'url' | 'mathBrackets' | 'theorems' | 'citationStyle' | 'imageHosts' | 'embeds' | 'trust'
  > {
  /** Posts have other URLs than `/posts/:slug`, so links to these are deferred values. */
  movesPosts?: true
}

/** A component that articles may use. */
export interface ArticleComponent {
  name: string
  /** Changes whenever its schema does. */
  version: string
  /** Why it cannot be used, such as a syntax error in its file. */
  error?: string
  /** Check props with its schema. @returns what is wrong, at most one for each prop */
  check?(props: Readonly<Record<string, unknown>>): PropIssue[]
}

/** What is wrong with the props of a component. */
export interface PropIssue {
  /** The name of the prop; undefined if it is not about one of them. */
  prop?: string
  /** Part of a sentence: `r: expected a number`. */
  message: string
}

export interface CompilerOptions {
  settings: CompileSettings
  store: Store
  /** Folder for the printed bodies. */
  bodies: string
  /** The components that articles may use. */
  components: readonly ArticleComponent[]
  bibliography: Bibliography
  /** Changes whenever `content/references.bib` does. */
  bibliographyVersion: string
  /** Changes whenever the pipeline does. */
  version: string
}

/** Compiles files and stores the results. */
export interface Compiler {
  /** The stored result of an unchanged file; undefined if the file must be compiled. */
  recall(source: Source): Compiled | undefined
  /** Compile a file. Mistakes of the author never throw: they are returned as `problems`. */
  compile(source: Source): Promise<Compiled>
}
