import type { Root } from 'hast'
import { VFile } from 'vfile'
import { translate } from '../site/messages/translate.mjs'
import { createPipeline } from './pipeline'
import { type PrintedArticle, printArticle } from './print/print-article'
import { checkText } from './problems/check-text'
import { LimitError } from './problems/limit-error'
import { compileTime, printTime } from './problems/limits'
import { fail } from './problems/problem'
import { reportFailure } from './problems/report-failure'
import { runWithin } from './problems/run-within'
import { rehypeCode } from './rehype/rehype-code'
import { rehypePlaceholders } from './rehype/rehype-placeholders'
import type { Typesetter } from './tex/katex/formula'
import { toPlainText } from './text/plain-text'
import type { CompilerOptions, Source } from './types'

interface Article {
  /** Its `data` is what the plugins found in the article. */
  file: VFile
  tree: Root
  printed: PrintedArticle
  /** Compiling stopped: the tree is empty, and the typesetter must not be used again. */
  failed: boolean
}

/** Parse, transform and print an article. Each step has a time limit. */
export async function compileArticle(
  original: Source,
  typeset: Typesetter,
  options: CompilerOptions,
): Promise<Article> {
  const { settings } = options
  const source = { ...original, text: toPlainText(original.text) }
  const file = new VFile({ path: source.file, value: source.text })
  try {
    const tree = transform(file, source, typeset, options)
    await rehypeCode()(tree, file)
    await rehypePlaceholders()(tree, file)
    const printed = limitTime(printTime, translate`Printing`, () =>
      printArticle(source, file, tree, settings.url, typeset),
    )
    return { file, tree, printed, failed: false }
  } catch (error) {
    reportFailure(file, error)
    file.data = { problems: file.data.problems ?? [] }
    const tree: Root = { type: 'root', children: [] }
    const printed = printArticle({ ...source, text: '' }, file, tree, settings.url)
    return { file, tree, printed, failed: true }
  }
}

function transform(file: VFile, source: Source, typeset: Typesetter, options: CompilerOptions): Root {
  const pipeline = createPipeline(source, typeset, options)
  const excess = checkText(source.text)
  if (excess) fail(excess, { rule: 'limit', ...excess })
  return limitTime(
    compileTime,
    translate`Compiling`,
    () => pipeline.runSync(pipeline.parse(file), file) as Root,
  )
}

/** @throws LimitError if the work is stopped */
function limitTime<T>(milliseconds: number, step: string, work: () => T): T {
  const done = runWithin(milliseconds, work)
  if (done) return done.value
  throw new LimitError(
    translate`${step} this file took longer than ${milliseconds / 1000} s and was stopped. Its longest paragraph begins here.`,
    translate`Split the paragraph, or the file, to find the part that takes so long.`,
  )
}
