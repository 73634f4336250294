import { listPageFormulas } from '../../markdown/list-formulas'
import { toPlainText } from '../../markdown/text/plain-text'
import type { CompileSettings } from '../../markdown/types'
import { translate } from '../../site/messages/translate.mjs'
import { countDraft, type DraftCounts } from './count-draft'
import type { ImportedFormula } from './formulas/formula'
import { insertFormulas } from './formulas/insert-formulas'
import { withoutMarks } from './formulas/placeholders'
import { convertHtml } from './html/convert-html'
import { convertDialect } from './markdown/dialects'
import { maskMarkdown } from './markdown/find-in-markdown'
import { findProse } from './markdown/prose-strings'
import { replaceCodeTags } from './markdown/tags/code-tags'
import { replaceTags, tagSyntax } from './markdown/tags/replace-tags'
import type { TagContext } from './markdown/tags/tag-context'
import { rewriteUrls, type UrlUse } from './rewrite-urls'
import type { MathDelimiters, Source, SourceDocument } from './source'

/** What the conversion of a body depends on, besides the document. */
export interface BodyContext extends TagContext {
  system: Source['system']
  delimiters: MathDelimiters
  settings: CompileSettings
  /** The new address of a link or an image; undefined if it stays. */
  rewriteUrl(use: UrlUse): string | undefined
}

/** A body in our Markdown. */
export interface ConvertedBody {
  text: string
  /** Every formula of the source. */
  formulas: ImportedFormula[]
  /** Indices of the formulas that are not read as on the old site. */
  unread: number[]
  /** What is omitted or changed, for the audit. */
  notes: string[]
  before: DraftCounts
  after: DraftCounts
}

/** A text with placeholders for formulas and code. */
interface Draft {
  text: string
  formulas: ImportedFormula[]
  code: string[]
  notes: string[]
  /** What the source contains. */
  counts: DraftCounts
}

/** Convert the body of a document to Markdown that our compiler accepts as `.md`. */
export function convertBody(
  document: Pick<SourceDocument, 'body' | 'format'>,
  context: BodyContext,
): ConvertedBody {
  const body = withoutMarks(toPlainText(document.body))
  const draft = document.format === 'html' ? draftOfHtml(body, context) : draftOfMarkdown(body, context)
  const converted = convertDialect(
    draft.text,
    document.format === 'html' ? 'wordpress' : context.system,
    context,
  )
  const linked = rewriteUrls(converted.text, context.rewriteUrl)
  const referenced = checkReferences(linked, draft.formulas, context.delimiters)
  const parse = (text: string) => listPageFormulas(text, { settings: context.settings, components: [] })
  const inserted = insertFormulas(referenced.text, draft.formulas, draft.code, parse)
  return {
    text: `${inserted.text.replace(/\n{3,}/g, '\n\n').trim()}\n`,
    formulas: draft.formulas,
    unread: inserted.unread,
    before: draft.counts,
    after: countDraft(linked),
    notes: [
      ...draft.notes,
      ...converted.notes,
      ...referenced.notes,
      ...(inserted.escapedDollars > 0
        ? [translate`Dollars that delimit no formula are escaped: ${inserted.escapedDollars}.`]
        : []),
    ],
  }
}

function draftOfHtml(body: string, { delimiters }: BodyContext): Draft {
  return { ...convertHtml(body, delimiters), code: [] }
}

function draftOfMarkdown(body: string, context: BodyContext): Draft {
  const { system, delimiters } = context
  const syntax = tagSyntax(system)
  // Liquid and Hugo read their tags in code too.
  const protectedCode = syntax && system === 'hexo' ? findProse(body, delimiters).code : []
  const text = syntax ? replaceCodeTags(body, syntax, protectedCode) : body
  const masked = maskMarkdown(text, delimiters)
  const replaced = replaceTags(masked.text, system, context)
  return { ...masked, ...replaced, counts: countDraft(masked.text) }
}

/** Write references to equations that the document does not define as code: here they would be errors. */
function checkReferences(
  draft: string,
  formulas: readonly ImportedFormula[],
  { escapes = false }: MathDelimiters,
): { text: string; notes: string[] } {
  const labels = new Set(
    formulas.flatMap(({ tex }) => [...tex.matchAll(/\\label\s*\{([^}]*)\}/g)].map(([, name]) => name)),
  )
  const notes: string[] = []
  const pattern = escapes ? /\\{1,2}((?:eq)?ref)\s*\{([^}\n]*)\}/g : /\\((?:eq)?ref)\s*\{([^}\n]*)\}/g
  const text = draft.replace(pattern, (source, command: string, label: string) => {
    const written = `\\${command}{${label.replace(/\\_/g, '_')}}`
    if (labels.has(label) || labels.has(label.replace(/\\_/g, '_'))) return written
    notes.push(translate`${source} refers to no equation of this document and is kept as code.`)
    return `\`${written}\``
  })
  return { text, notes }
}
