import { floatKinds, statementKinds } from '../../site/label-kinds'
import { localise } from '../../site/messages/localise.mjs'

/** What a character of the source is replaced by if it belongs to code, a formula, a link or a tag. */
export const masked = '\uFFFC'

/** Syntax of another program that is plain text here. */
export interface Dialect {
  /** It matches in prose, in which `masked` replaces other content. */
  pattern: RegExp
  /** Where the syntax is known: `Obsidian’s link`. */
  name: string
  /** What to write here. */
  hint: string | ((match: RegExpExecArray) => string)
  /** Is this match the syntax, and not text? */
  accepts?: (match: RegExpExecArray) => boolean
  /** A safe replacement of the match; undefined if none is safe. */
  fix?: (match: RegExpExecArray) => string | undefined
  /** A mistake that readers would notice. Without it, a warning. */
  isError?: true
}

const kinds: readonly string[] = [...Object.keys(statementKinds), ...floatKinds]
const callout = localise`Write :::remark, the text, and ::: on separate lines, or a quote: > **注** text.`
const attributes = localise`Remove it. A theorem, figure or table has its name in braces: :::theorem{#thm-x}.`
const contents = localise`Remove it: the page shows the table of contents.`

/** Does a text between brackets look like a formula, and not like prose in escaped brackets? */
function isFormula(text: string): boolean {
  const tex = text.trim()
  if (tex === '' || /\p{Script=Han}/u.test(tex.replace(/\\text\w*\{[^{}]*\}/g, ''))) return false
  return /[\\^_=<>+*/|{}]/.test(tex) || /^[A-Za-z](?:'|\(.*\)|,\s*[A-Za-z])*$/.test(tex)
}

/** Formulas. */
const formulas: readonly Dialect[] = [
  {
    pattern: /\\{1,2}\(([^\n$]{1,200}?)\\{1,2}\)/g,
    name: localise`a formula between \\( and \\), delimiters that are not enabled on this site`,
    hint: localise`Write $…$, or set mathBrackets in site.config.ts.`,
    accepts: ([, tex = '']) => isFormula(tex) && !tex.includes('\\('),
    fix: ([, tex = '']) => `$${tex.trim()}$`,
  },
  {
    pattern: /\\{1,2}\[([^$]{1,600}?)\\{1,2}\]/g,
    name: localise`a formula between \\[ and \\], delimiters that are not enabled on this site`,
    hint: localise`Write $$…$$, or set mathBrackets in site.config.ts.`,
    accepts: ([, tex = '']) => isFormula(tex) && !tex.includes('\\['),
    fix: ([, tex = '']) => (/\n[ \t]*>/.test(tex) ? undefined : `$$${tex}$$`),
  },
  {
    pattern: /^[ \t>]*\\\[[ \t]*$(?![\s\S]{0,600}\\\])/gm,
    name: localise`the start of a formula between \\[ and \\], delimiters that are not enabled on this site`,
    hint: localise`Write $$ before and after the formula, or set mathBrackets in site.config.ts.`,
  },
  {
    pattern: /\[(tex|latex|math|eq)\][^\n]{1,400}?\[\/\1\]/gi,
    name: localise`a formula of a forum`,
    hint: localise`Write $…$ or $$…$$.`,
  },
  {
    pattern: /\b(?:latexmath|asciimath|stem):\[/g,
    name: localise`a formula of AsciiDoc`,
    hint: localise`Write $…$.`,
  },
  {
    pattern: /^[ \t>]*\.\. [a-z-]+::/gm,
    name: localise`a directive of reStructuredText`,
    hint: localise`Write a formula between $$ and $$, a theorem between :::theorem and :::, or plain Markdown.`,
  },
  {
    pattern: /(?::|\{)[a-z]+(?::[a-z]+)?(?::|\})(?=\uFFFC)/g,
    name: localise`a role of reStructuredText or MyST`,
    hint: localise`Write $…$ for a formula, \\eqref{eq:x} for a reference, [@key] for a citation.`,
  },
  {
    pattern: /\(\\#[\w:-]+\)/g,
    name: localise`a label of bookdown`,
    hint: localise`Write \\label{eq:x} in the formula.`,
  },
  {
    pattern: /\\@ref\([^()\n]{1,100}\)/g,
    name: localise`a reference of bookdown`,
    hint: localise`Write \\eqref{eq:x} for an equation, [@thm-x] for a theorem, figure or table.`,
  },
  {
    pattern: /(?<![\p{L}\p{N}_@./[;-])@(?:fig|tbl|eq|sec|thm|lem|cor|prp|def|exm)[-:][\w:-]+/gu,
    name: localise`a reference of Quarto or pandoc-crossref`,
    hint: localise`Write \\eqref{eq:x} for an equation, [@thm-x] for a theorem, figure or table.`,
  },
]

/** Blocks. Their patterns start at the start of a line. */
const blocks: readonly Dialect[] = [
  {
    pattern: /^([ \t>]*:{3,})[ \t]+([a-zA-Z]+)/gm,
    name: localise`a block whose name is not directly after the colons`,
    hint: ([, , kind = '']) =>
      localise`Write :::${kinds.includes(kind) ? kind : localise`theorem, or another kind of statement`}.`,
    fix: ([, colons = '', kind = '']) => (kinds.includes(kind) ? `${colons}${kind}` : undefined),
  },
  {
    pattern: /^[ \t>]*:{3,}[ \t]*\{/gm,
    name: localise`a block of Pandoc or Quarto`,
    hint: localise`Write the kind directly after the colons: :::theorem{#thm-x}.`,
  },
  {
    pattern: /^[ \t>]*(?:!!!|\?\?\?\+?)[ \t]+[a-z]+/gm,
    name: localise`a callout of MkDocs`,
    hint: callout,
  },
  { pattern: /\[![A-Za-z]+\]/g, name: localise`a callout of GitHub or Obsidian`, hint: callout },
  {
    pattern: /^([ \t>]*#{2,6})(?=[^\s#])/gm,
    name: localise`a heading without a space after #`,
    hint: localise`Put a space after #.`,
    fix: ([hashes]) => `${hashes} `,
  },
  {
    pattern: /^[ \t>]*[#＃](?=\p{Script=Han})/gmu,
    name: localise`# without a space after it`,
    hint: localise`Write “# text” for a heading, “\\#” for the character.`,
  },
  {
    pattern: /^[ \t>]*\[(?:toc|\[_?toc_?\])\][ \t]*$/gim,
    name: localise`a table of contents of another engine`,
    hint: contents,
  },
  {
    pattern: /^[ \t>]*#\+[a-z_]+:?/gim,
    name: localise`a keyword of Org mode`,
    hint: localise`Write Markdown, and code between \`\`\` and \`\`\`.`,
  },
  {
    pattern: /(?<=\n)[ \t>]*:[ \t]+(?=\S)/g,
    name: localise`a definition list of PHP Markdown Extra or Pandoc`,
    hint: localise`Write a list: - **term**: description.`,
  },
  {
    pattern: /^[ \t>]*\*\[[^[\]\n]{1,60}\]:/gm,
    name: localise`an abbreviation of PHP Markdown Extra`,
    hint: localise`Remove it, and explain the abbreviation in the text.`,
  },
]

/** Parts of a paragraph. */
const inlines: readonly Dialect[] = [
  {
    pattern: /\^\[[^[\]\n]{1,1000}\]/g,
    name: localise`an inline footnote of Pandoc`,
    hint: localise`Write [^1] here, and [^1]: with the text on a line of its own.`,
  },
  {
    pattern: /!?\[\[(?:_?toc_?|[^[\]\n,]{0,100}\p{L}[^[\]\n,]{0,100})\]\]/giu,
    name: localise`a link of Obsidian or a wiki`,
    hint: ([link]) =>
      link.startsWith('!') ? localise`Write ![description](picture.svg).` : localise`Write [text](file.md).`,
  },
  {
    pattern: /(?<![=\w])==(?=[^\s=])([^=\n]{0,300}[^\s=])==(?!=)/g,
    name: localise`highlighted text of another engine`,
    hint: localise`Write <mark>text</mark>.`,
    fix: ([, text]) => `<mark>${text}</mark>`,
  },
  {
    pattern: /(?<=[A-Za-z)\]])~[0-9]{1,3}[+-]?~(?!~)/g,
    name: localise`a subscript of Pandoc`,
    hint: localise`Write a formula, $\\mathrm{H_2O}$ or $\\ce{H2O}$, or <sub>2</sub>.`,
  },
  {
    pattern: /(?<=[A-Za-z0-9)\]])\^[A-Za-z0-9+-]{1,8}\^/g,
    name: localise`a superscript of Pandoc`,
    hint: localise`Write a formula, $x^2$, or <sup>2</sup>.`,
  },
  {
    pattern: /\{%[^\n]{0,200}?%\}|\{\{[^\n{}]{0,200}\}\}/g,
    name: localise`a tag of Jekyll, Hexo or Hugo`,
    hint: localise`Write Markdown or a component: formulas between dollars, links as [text](file.md), images as ![…](…).`,
  },
  {
    pattern: /\{(?:-|(?:#\w|\.[a-zA-Z]|:)[^{}\n]{0,200})\}/g,
    name: localise`an attribute list of Pandoc or kramdown`,
    hint: ([list]) => (list.includes('#eq') ? localise`Write \\label{eq:x} in the formula.` : attributes),
  },
  {
    pattern: /%%[^%\n]{1,400}%%/g,
    name: localise`a comment of Obsidian`,
    hint: localise`Write <!-- … -->, or {/* … */} in .mdx.`,
  },
  {
    pattern: /(?<![\p{L}\p{N}_\])])\[[^[\]\n]{1,200}\]\[[^[\]\n]{0,200}\]/gu,
    name: localise`a link whose target is not defined`,
    hint: localise`Add a line [name]: address, or write [text](address).`,
  },
]

const address = '(?:https?:|/|\\.{1,2}/|#|\uFFFC|[^\\s()<>（）]*\\.[a-zA-Z0-9]{1,5}(?=[#）)]))[^\\s()<>（）]*'

/** Links and images with a mistake. */
const links: readonly Dialect[] = [
  {
    pattern: /(!?)\[([^[\]\n]{0,300})\]\(([^()<>"\n]{1,300})("[^"\n]{0,300}")?\)/g,
    name: localise`an image or a link whose address contains a space`,
    accepts: ([, mark = '', , path = '']) =>
      /\S[ \t]+\S/.test(path) && (mark === '!' || /[./][^\s.]/.test(path)) && !path.includes(masked),
    hint: ([, mark = '', , path = '']) =>
      localise`Put the address between < and >: ${mark}[text](<${path.trim()}>).`,
    fix: ([, mark = '', text = '', path = '', title = '']) =>
      `${mark}[${text}](<${path.trim()}>${title && ` ${title}`})`,
    isError: true,
  },
  {
    pattern: new RegExp(`(!?)\\[([^[\\]\\n]{0,300})\\]（(${address})）`, 'g'),
    name: localise`a link with full-width parentheses`,
    hint: localise`Write [text](address), with ASCII parentheses.`,
    fix: ([, mark = '', text = '', url = '']) => `${mark}[${text}](${url})`,
  },
  {
    pattern: new RegExp(`(!?)\\[([^[\\]\\n]{1,300})\\][ \\t]+\\((${address})\\)`, 'g'),
    name: localise`a link with a space between its text and its address`,
    hint: localise`Remove the space: [text](address).`,
    fix: ([, mark = '', text = '', url = '']) => `${mark}[${text}](${url})`,
  },
]

/** Everything that other programs read as more than text, with what to write here. */
export const dialects: readonly Dialect[] = [...links, ...formulas, ...blocks, ...inlines]

/** A quick test: does a block contain characters that the patterns need? */
export const mayBeDialect = new RegExp(
  [
    /\\[([\\@]|\(\\#|[{^]|%%|==|\[[[!]|\](?:（|[ \t]*\(|\[)|\[\/|:::|[\w\])]~\w|:\[|:`|[}:]\uFFFC/,
    /(?:^|\n)[ \t>]*(?:[#＃:!?]|\*\[|\.\. |\[_?toc)|@(?:fig|tbl|eq|sec|thm|lem|cor|prp|def|exm)[-:]/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'i',
)
