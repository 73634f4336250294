import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { testSite } from '../site/test-site'
import { openStore } from '../store/store'
import { readBibliography } from './bibliography/bibliography'
import { createCompiler } from './compile'
import { plainNumbering } from './numbering/numbering'
import { readBody } from './print/body'
import { fillFormulas } from './print/formula-table'
import type { Compiled, Source } from './types'

interface CompiledText extends Compiled {
  /** The page, with formulas. */
  html: string
  /** The page without markup, and with the TeX of formulas between ⟨ and ⟩. */
  text: string
  /** The article as Markdown. */
  markdown: string
  /** The article in feeds. */
  feed: string
}

/** Compile a text as an article, for tests. @param changes for example the extension: `{ file: 'content/posts/x.md' }` */
export async function compileText(source: string, changes: Partial<Source> = {}): Promise<CompiledText> {
  const root = mkdtempSync(join(tmpdir(), 'lemma-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const compiler = createCompiler({
    settings: testSite,
    store: openStore(root),
    bodies: root,
    components: [{ name: 'LogisticMap', version: '' }],
    bibliography: readBibliography('', ''),
    bibliographyVersion: '',
    version: '1',
  })
  const compiled = await compiler.compile({
    file: 'content/posts/x.md',
    text: source,
    folder: 'posts',
    url: '/posts/x',
    lang: 'zh-CN',
    macros: {},
    numbering: plainNumbering,
    ...changes,
  })
  const { page, formulas, markdown, feed } = readBody(root, compiled.key)
  const printed = page.html.join('')
  const text = fillFormulas(printed, formulas.map(texOf)).replace(/<[^>]*>/g, '')
  return { ...compiled, html: fillFormulas(printed, formulas), text, markdown, feed }
}

function texOf(formula: string): string {
  const [, tex] = /<annotation encoding="application\/x-tex">([^<]*)/.exec(formula) ?? []
  return `⟨${tex}⟩`
}
