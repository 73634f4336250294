import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { testSite } from '../site/test-site'
import { openStore } from '../store/store'
import { readBibliography } from './bibliography/bibliography'
import { createCompiler } from './compile'
import { plainNumbering } from './numbering/numbering'
import { type PrintedBody, readBody } from './print/body'
import { fillFormulas } from './print/formula-table'
import type { Compiled, Source } from './types'

interface CompiledText extends Compiled {
  /** All printed forms. */
  body: PrintedBody
  /** The page, with formulas. */
  html: string
  /** The page without markup, and with the TeX of formulas between ⟨ and ⟩. */
  text: string
  /** The article as Markdown. */
  markdown: string
  /** The article in feeds. */
  feed: string
}

interface TestCompiler {
  /** Compile a text as an article, or read it from the store. @param changes for example the language: `{ lang: 'en' }` */
  compile(text: string, changes?: Partial<Source>): Promise<CompiledText>
  /** Folder of the store. */
  root: string
}

/**
 * Create a compiler for several texts of a test, which share its store.
 *
 * @param defaults for all texts, for example their extension: `{ file: 'content/posts/x.md' }`
 * @param works the text of `content/references.bib`
 */
export function createTestCompiler(defaults: Partial<Source> = {}, works = ''): TestCompiler {
  const root = mkdtempSync(join(tmpdir(), 'lemma-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const compiler = createCompiler({
    settings: testSite,
    store: openStore(root),
    bodies: root,
    components: [{ name: 'LogisticMap', version: '' }],
    bibliography: readBibliography(works, 'content/references.bib'),
    bibliographyVersion: '',
    version: '1',
  })
  const compile = async (text: string, changes: Partial<Source> = {}): Promise<CompiledText> => {
    const source: Source = { ...testSource, text, ...defaults, ...changes }
    const compiled = compiler.recall(source) ?? (await compiler.compile(source))
    const body = readBody(root, compiled.key)
    const printed = body.page.html.join('')
    const page = fillFormulas(printed, body.formulas.map(texOf)).replace(/<[^>]*>/g, '')
    const { markdown, feed } = body
    return { ...compiled, body, markdown, feed, html: fillFormulas(printed, body.formulas), text: page }
  }
  return { compile, root }
}

/** Compile one text as an article, for tests. @param changes for example the extension: `{ file: 'content/posts/x.md' }` */
export function compileText(text: string, changes: Partial<Source> = {}): Promise<CompiledText> {
  return createTestCompiler().compile(text, changes)
}

/** Compile one text as an article in `.mdx`. */
export function compileMdx(text: string, changes: Partial<Source> = {}): Promise<CompiledText> {
  return compileText(text, { ...mdx, ...changes })
}

/** The name of an article in `.mdx`. */
export const mdx = { file: 'content/posts/x.mdx' }

const testSource: Omit<Source, 'text'> = {
  file: 'content/posts/x.md',
  folder: 'posts',
  url: '/posts/x',
  lang: 'zh-CN',
  macros: {},
  numbering: plainNumbering,
}

function texOf(formula: string): string {
  const [, tex] = /<annotation encoding="application\/x-tex">([^<]*)/.exec(formula) ?? []
  return `⟨${tex}⟩`
}
