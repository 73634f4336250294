import { messageLanguage } from '../site/messages/translate.mjs'
import { hash } from '../store/store'
import { compileArticle } from './compile-article'
import { isCurrent } from './images/asset'
import { isBodyWhole, writeBody } from './print/body'
import { hasDeferredValues } from './print/deferred-value'
import { problemsEach } from './problems/limits'
import { firstProblems } from './problems/problem'
import { createTypesetters } from './tex/katex/formula'
import { countWords } from './text/count'
import { countTerms } from './text/terms'
import type { Compiled, Compiler, CompilerOptions, Source } from './types'

/** Create a compiler, which turns articles into printed bodies and stores its results. */
export function createCompiler(options: CompilerOptions): Compiler {
  const { store, bodies, settings } = options
  let createTypesetter = createTypesetters(settings.trust)
  return {
    recall(source) {
      const stored = store.read<Compiled>('documents', keyOf(source, options))
      if (!stored || !hasReadableProblems(stored)) return undefined
      return [...stored.assets, ...stored.files].every(isCurrent) && isBodyWhole(bodies, stored.key)
        ? stored
        : undefined
    },
    async compile(source) {
      const entry = keyOf(source, options)
      const { compiled, failed } = await compile(source, entry, createTypesetter(source.macros), options)
      // Typesetting may have been stopped while it changed the cache of formulas.
      if (failed) createTypesetter = createTypesetters(settings.trust)
      // With errors the file is compiled again next time, because a missing image may have been added.
      if (compiled.problems.every(({ severity }) => severity)) store.write('documents', entry, compiled)
      return compiled
    },
  }
}

/** Are the problems of a result in the language of messages, if it has any? */
export function hasReadableProblems({ problemLanguage }: Pick<Compiled, 'problemLanguage'>): boolean {
  return problemLanguage === undefined || problemLanguage === messageLanguage()
}

/** Key of the result in the store. */
function keyOf(source: Source, options: CompilerOptions): string {
  // Only articles with citations depend on the bibliography.
  const bibliographyVersion = source.text.includes('[@') ? options.bibliographyVersion : ''
  const components = source.file.endsWith('.mdx')
    ? options.components.map(({ name, version }) => [name, version])
    : []
  return hash(options.version, options.settings, components, source, bibliographyVersion)
}

/** Compile a file and store its printed body. */
async function compile(
  source: Source,
  entry: string,
  typeset: ReturnType<ReturnType<typeof createTypesetters>>,
  options: CompilerOptions,
): Promise<{ compiled: Compiled; failed: boolean }> {
  const { file, tree, printed, failed } = await compileArticle(source, typeset, options)
  const { data } = file
  const { assets = [], files = [] } = data
  const problems = firstProblems(data.problems ?? [], problemsEach)
  // The body of an article with errors contains their texts.
  const texts = problems.every(({ severity }) => severity) ? [] : [messageLanguage()]
  const key = hash(entry, assets, files, ...texts)
  writeBody(options.bodies, key, printed.texts, printed.body)
  const compiled: Compiled = {
    entry,
    key,
    headings: data.headings ?? [],
    counts: countWords(tree),
    terms: countTerms(tree),
    complete: printed.complete,
    fields: printed.fields,
    assets,
    files,
    problems,
    ...(problems.length > 0 && { problemLanguage: messageLanguage() }),
    labels: data.labels ?? [],
    openReferences: data.openReferences ?? [],
    equationCount: data.equationCount ?? 0,
    links: data.links ?? [],
    anchors: data.anchors ?? [],
    hasDeferredValues: hasDeferredValues(printed.body),
  }
  return { compiled, failed }
}
