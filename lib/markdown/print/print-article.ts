import type { Root } from 'hast'
import type { VFile } from 'vfile'
import { messages } from '../../site/i18n'
import { translate } from '../../site/messages/translate.mjs'
import { LimitError } from '../problems/limit-error'
import { bodyLength } from '../problems/limits'
import type { Typesetter } from '../tex/katex/formula'
import { typesetFrontMatter } from '../tex/katex/typeset-front-matter'
import type { Source } from '../types'
import { printBody } from './body'
import { createFormulaTable } from './formula-table'
import { printContents } from './html/print-contents'
import { printPage, printPreviews, printTeaser } from './html/print-forms'
import { readPassages, type Texts } from './passages'
import { printFeed } from './print-feed'
import { type PrintedFields, printFields } from './print-fields'
import { printMarkdown } from './print-markdown'
import { cutTeaser } from './teaser'

/** A printed article. */
export interface PrintedArticle {
  /** The texts that search scans. */
  texts: Texts
  /** The result of `printBody`. */
  body: string
  /** The teaser contains the whole article. */
  complete: boolean
  /** The fields of the front matter that contain formulas. */
  fields: PrintedFields
}

/**
 * Print an article in all its forms.
 * @param typeset without it, the formulas of the front matter are left out
 */
export function printArticle(
  source: Source,
  file: VFile,
  tree: Root,
  siteUrl: string,
  typeset?: Typesetter,
): PrintedArticle {
  const { text, url, lang, macros } = source
  const { headings = [], labels = [], numbered = [], works = [] } = file.data
  const { interface: words } = messages(lang)
  const formula = typeset && source.formula && typesetFrontMatter(source.formula, typeset, file)
  const formulas = createFormulaTable()
  const setting = { words, formulas }
  const teaser = cutTeaser(tree)
  const { passages, ...texts } = readPassages(tree, macros, formulas)
  const address = { url, siteUrl, componentNote: words.interactive }
  const body = printBody({
    page: { ...printPage(tree, setting), contents: printContents(tree, headings, setting) },
    teaser: printTeaser(teaser.children, url, setting),
    feed: printFeed(tree, { ...address, lang }),
    markdown: printMarkdown(tree, { ...address, text, labels }),
    ...(formula && { formula }),
    numbered,
    works,
    previews: printPreviews(tree, labels, url, setting),
    passages,
    formulas: formulas.html,
  })
  checkLength(body)
  const fields = typeset && source.fields ? printFields(source.fields, typeset, file) : {}
  return { texts, body, complete: teaser.complete, fields }
}

function checkLength({ length }: string): void {
  if (length > bodyLength)
    throw new LimitError(
      translate`Found an article whose printed forms have ${length} characters; expected at most ${bodyLength}.`,
      translate`Split the article in two, or look for a formula that is very long.`,
    )
}
