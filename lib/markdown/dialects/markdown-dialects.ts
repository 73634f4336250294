import { floatKinds, statementKinds } from '../../site/label-kinds'
import { translate } from '../../site/messages/translate.mjs'

/** What a character of the source is replaced by if it belongs to code, a formula, a link or a tag. The first backquote of code is kept. */
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
const callout = translate`Write :::remark, the text, and ::: on separate lines, or a quote: > **注** text.`
const attributes = translate`Remove it. A theorem, figure or table has its name in braces: :::theorem{#thm-x}.`
const contents = translate`Remove it: the page shows the table of contents.`

/** Does a text between brackets look like a formula, and not like prose in escaped brackets? */
function isFormula(text: string): boolean {
  const tex = text.trim()
  if (tex === '' || /\p{Script=Han}/u.test(tex.replace(/\\text\w*\{[^{}]*\}/g, ''))) return false
  if (/[A-Za-z]{3}/.test(tex) && !/[\\^_=<>]/.test(tex)) return false
  return /[\\^_=<>+*/|{}]/.test(tex) || /^[A-Za-z](?:'|\(.*\)|,\s*[A-Za-z])*$/.test(tex)
}

/** Formulas. */
const formulas: readonly Dialect[] = [
  {
    pattern: /\\{1,2}\(([^\n$]{1,200}?)\\{1,2}\)/g,
    name: translate`a formula between \\( and \\), delimiters that are not enabled on this site`,
    hint: translate`Write $…$, or set mathBrackets in site.config.ts.`,
    accepts: ([, tex = '']) => isFormula(tex) && !tex.includes('\\('),
    fix: ([, tex = '']) => `$${tex.trim()}$`,
  },
  {
    pattern: /\\{1,2}\[([^$]{1,600}?)\\{1,2}\]/g,
    name: translate`a formula between \\[ and \\], delimiters that are not enabled on this site`,
    hint: translate`Write $$…$$, or set mathBrackets in site.config.ts.`,
    accepts: ([, tex = '']) => isFormula(tex) && !tex.includes('\\['),
    fix: ([, tex = '']) => (/\n[ \t]*>/.test(tex) ? undefined : `$$${tex}$$`),
  },
  {
    pattern: /^[ \t>]*\\\[[ \t]*$(?![\s\S]{0,600}\\\])/gm,
    name: translate`the start of a formula between \\[ and \\], delimiters that are not enabled on this site`,
    hint: translate`Write $$ before and after the formula, or set mathBrackets in site.config.ts.`,
  },
  {
    pattern: /\[(tex|latex|math|eq)\][^\n]{1,400}?\[\/\1\]/gi,
    name: translate`a formula of a forum`,
    hint: translate`Write $…$ or $$…$$.`,
  },
  {
    pattern: /\b(?:latexmath|asciimath|stem):\[/g,
    name: translate`a formula of AsciiDoc`,
    hint: translate`Write $…$.`,
  },
  {
    pattern: /^[ \t>]*\.\. [\w-]+::/gm,
    name: translate`a directive of reStructuredText`,
    hint: translate`Write a formula between $$ and $$, a theorem between :::theorem and :::, or plain Markdown.`,
  },
  {
    pattern: /(?::|(?<!\$|\\[a-z]{1,20})\{)[a-z]+(?::[a-z]+)?(?::|\})(?=`)/g,
    name: translate`a role of reStructuredText or MyST`,
    hint: translate`Write $…$ for a formula, \\eqref{eq:x} for a reference, [@key] for a citation.`,
  },
  {
    pattern: /\(\\#[\w:-]+\)/g,
    name: translate`a label of bookdown`,
    hint: translate`Write \\label{eq:x} in the formula.`,
  },
  {
    pattern: /\\@ref\([^()\n]{1,100}\)/g,
    name: translate`a reference of bookdown`,
    hint: translate`Write \\eqref{eq:x} for an equation, [@thm-x] for a theorem, figure or table.`,
  },
  {
    pattern: /(?<![\p{L}\p{N}_@./[;-])@(?:fig|tbl|eq|sec|thm|lem|cor|prp|def|exm)[-:][\w:-]+/gu,
    name: translate`a reference of Quarto or pandoc-crossref`,
    hint: translate`Write \\eqref{eq:x} for an equation, [@thm-x] for a theorem, figure or table.`,
  },
]

/** Blocks. Their patterns start at the start of a line. */
const blocks: readonly Dialect[] = [
  {
    pattern: /^([ \t>]*:{3,})[ \t]+([a-zA-Z]+)/gm,
    name: translate`a block whose name is not directly after the colons`,
    hint: ([, , kind = '']) =>
      translate`Write :::${kinds.includes(kind) ? kind : translate`theorem, or another kind of statement`}.`,
    fix: ([, colons = '', kind = '']) => (kinds.includes(kind) ? `${colons}${kind}` : undefined),
  },
  {
    pattern: /^[ \t>]*:{3,}[ \t]*\{/gm,
    name: translate`a block of Pandoc or Quarto`,
    hint: translate`Write the kind directly after the colons: :::theorem{#thm-x}.`,
  },
  {
    pattern: /^[ \t>]*(?:!!!|\?\?\?\+?)[ \t]+[a-z]+/gm,
    name: translate`a callout of MkDocs`,
    hint: callout,
  },
  {
    pattern: /\[![A-Za-z-]+(?:\|[^\]\n]{0,60})?\]/g,
    name: translate`a callout of GitHub or Obsidian`,
    hint: callout,
  },
  {
    pattern: /^[ \t>]*===[!+]?[ \t]+"[^"\n]{1,200}"/gm,
    name: translate`a tab of MkDocs`,
    hint: translate`Write a heading or a list, and do not indent the text.`,
  },
  {
    pattern: /^[ \t>]*;?-{1,8}8<-{1,8}/gm,
    name: translate`a file to include in MkDocs`,
    hint: translate`Copy the text into this file.`,
  },
  {
    pattern: /^[ \t>]*\([\w:.-]{1,80}\)=[ \t]*$/gm,
    name: translate`a label of MyST`,
    hint: translate`Write \\label{eq:x} in a formula, :::theorem{#thm-x}, or link to the id of a heading.`,
  },
  {
    pattern: /^[ \t>]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*:?-+:?[ \t]*\|?[ \t]*$/gm,
    name: translate`the dashes of a table whose first row has another number of cells`,
    hint: translate`Write as many cells in both rows. In code, write \\| for the character.`,
  },
  {
    pattern:
      /^(?![\s\S]*\|[ \t]*:?-+:?[ \t]*\|)(?:[ \t>]*\|(?:[ \t]*[^|\s\\](?:[^|\n\\]|\\.)*\|){2,}[ \t]*(?:\n|$))+$/g,
    name: translate`rows of a table without a row of dashes`,
    hint: translate`Put | - | - | after the first row. Write \\| for the character.`,
  },
  {
    pattern: /^([ \t>]*#{2,6})(?=[^\s#])/gm,
    name: translate`a heading without a space after #`,
    hint: translate`Put a space after #.`,
    fix: ([hashes]) => `${hashes} `,
  },
  {
    pattern: /^[ \t>]*[#＃](?=\p{Script=Han})/gmu,
    name: translate`# without a space after it`,
    hint: translate`Write “# text” for a heading, “\\#” for the character.`,
  },
  {
    pattern: /^[ \t>]*\[(?:toc|\[_?toc_?\])\][ \t]*$/gim,
    name: translate`a table of contents of another engine`,
    hint: contents,
  },
  {
    pattern: /^[ \t>]*#\+[a-z_]+:?/gim,
    name: translate`a keyword of Org mode`,
    hint: translate`Write Markdown, and code between \`\`\` and \`\`\`.`,
  },
  {
    pattern: /(?<=\n)[ \t>]*:[ \t]+(?=\S)/g,
    name: translate`a definition list of PHP Markdown Extra or Pandoc`,
    hint: translate`Write a list: - **term**: description.`,
  },
  {
    pattern: /^[ \t>]*\*\[[^[\]\n]{1,60}\]:/gm,
    name: translate`an abbreviation of PHP Markdown Extra`,
    hint: translate`Remove it, and explain the abbreviation in the text.`,
  },
]

/** Parts of a paragraph. */
const inlines: readonly Dialect[] = [
  {
    pattern: /\^\[[^[\]\n]{1,1000}\]/g,
    name: translate`an inline footnote of Pandoc`,
    hint: translate`Write [^1] here, and [^1]: with the text on a line of its own.`,
  },
  {
    pattern: /!?\[\[(?:_?toc_?|[^[\]\n,]{0,100}\p{L}[^[\]\n,]{0,100})\]\]/giu,
    name: translate`a link of Obsidian or a wiki`,
    hint: ([link]) =>
      link.startsWith('!')
        ? translate`Write ![description](picture.svg).`
        : translate`Write [text](file.md).`,
  },
  {
    pattern: /(?<![=\w])==(?=[^\s=])([^=\n]{0,300}[^\s=])==(?!=)/g,
    name: translate`highlighted text of another engine`,
    hint: translate`Write <mark>text</mark>.`,
    fix: ([, text]) => `<mark>${text}</mark>`,
  },
  {
    pattern: /(?<![+\w])\+\+(?=[^\s+])([^+\n]{0,100}[^\s+])\+\+(?![+\w])/g,
    name: translate`inserted text or a key of another engine`,
    hint: translate`Write <ins>text</ins> or <kbd>key</kbd>.`,
    accepts: ([, text = '']) => !/\s\w{1,2}$/.test(text),
  },
  {
    pattern: /(?<!`)``(?!`)([^`\n]{1,300}?)''/g,
    name: translate`quotation marks of LaTeX`,
    hint: translate`Write “text”.`,
    fix: ([, text]) => `“${text}”`,
  },
  {
    pattern: /(?<![\w:/]):[a-z][a-z0-9_+-]{1,40}:(?![\w:/`])/g,
    name: translate`an emoji or an icon of another engine`,
    hint: translate`Write the character.`,
  },
  {
    pattern: /[ \t]\^[a-zA-Z][\w-]{2,40}[ \t]*$/g,
    name: translate`the name of a block of Obsidian`,
    hint: translate`Remove it. A theorem, figure or table has its name in braces: :::theorem{#thm-x}.`,
  },
  {
    pattern: /(?<=[A-Za-z)\]])~[0-9]{1,3}[+-]?~(?!~)/g,
    name: translate`a subscript of Pandoc`,
    hint: translate`Write a formula, $\\mathrm{H_2O}$ or $\\ce{H2O}$, or <sub>2</sub>.`,
  },
  {
    pattern: /(?<=[A-Za-z0-9)\]])\^[A-Za-z0-9+-]{1,8}\^/g,
    name: translate`a superscript of Pandoc`,
    hint: translate`Write a formula, $x^2$, or <sup>2</sup>.`,
  },
  {
    pattern: /\{%[^\n]{0,200}?%\}|\{\{[^\n{}]{0,200}\}\}|\{%-?[ \t]*[a-zA-Z]|\{\{[<%][ \t]*[a-zA-Z]/g,
    name: translate`a tag of Jekyll, Hexo or Hugo`,
    hint: translate`Write Markdown or a component: formulas between dollars, links as [text](file.md), images as ![…](…).`,
  },
  {
    pattern: /\{(?:-|(?:#\w|\.[a-zA-Z]|:)[^{}\n]{0,200})\}/g,
    name: translate`an attribute list of Pandoc or kramdown`,
    hint: ([list]) => (list.includes('#eq') ? translate`Write \\label{eq:x} in the formula.` : attributes),
  },
  {
    pattern: /%%[^%\n]{1,400}%%/g,
    name: translate`a comment of Obsidian`,
    hint: translate`Write <!-- … -->, or {/* … */} in .mdx.`,
  },
  {
    pattern: /(?<![\p{Script=Latin}\p{Script=Greek}\p{N}_\])])\[[^[\]\n]{1,200}\]\[[^[\]\n]{0,200}\]/gu,
    name: translate`a link whose target is not defined`,
    hint: translate`Add a line [name]: address, or write [text](address).`,
  },
]

const address = '(?:https?:|/|\\.{1,2}/|#|\uFFFC|[^\\s()<>（）]*\\.[a-zA-Z0-9]{1,5}(?=[#）)]))[^\\s()<>（）]*'

/** Links and images with a mistake. */
const links: readonly Dialect[] = [
  {
    pattern: /(!?)\[([^[\]\n]{0,300})\]\(([^()<>"\n]{1,300})("[^"\n]{0,300}")?\)/g,
    name: translate`an image or a link whose address contains a space`,
    accepts: ([, mark = '', , path = '']) =>
      /\S[ \t]+\S/.test(path) && (mark === '!' || /[./][^\s.]/.test(path)) && !path.includes(masked),
    hint: ([, mark = '', , path = '']) =>
      translate`Put the address between < and >: ${mark}[text](<${path.trim()}>).`,
    fix: ([, mark = '', text = '', path = '', title = '']) =>
      `${mark}[${text}](<${path.trim()}>${title && ` ${title}`})`,
    isError: true,
  },
  {
    pattern: /\[(?:https?:\/\/[^\]\s]{1,300}|\uFFFC+)\]\([^()\n]{0,200}\s[^()\n]{0,200}\)/g,
    name: translate`a link whose text is in the place of its address`,
    hint: translate`Write [text](address).`,
    isError: true,
  },
  {
    pattern: /!?\([^()\n]{1,200}\)\[(?:https?:\/\/[^\]\s]{1,300}|\uFFFC+|[^\s[\]]{1,200}\.[a-z]{2,4})\]/g,
    name: translate`a link with its brackets exchanged`,
    hint: translate`Write [text](address).`,
  },
  {
    pattern: new RegExp(`(!?)\\[([^[\\]\\n]{0,300})\\]（(${address})）`, 'g'),
    name: translate`a link with full-width parentheses`,
    hint: translate`Write [text](address), with ASCII parentheses.`,
    fix: ([, mark = '', text = '', url = '']) => `${mark}[${text}](${url})`,
  },
  {
    pattern: new RegExp(`(!?)\\[([^[\\]\\n]{1,300})\\][ \\t]+\\((${address})\\)`, 'g'),
    name: translate`a link with a space between its text and its address`,
    hint: translate`Remove the space: [text](address).`,
    fix: ([, mark = '', text = '', url = '']) => `${mark}[${text}](${url})`,
  },
]

/** Everything that other programs read as more than text, with what to write here. */
export const dialects: readonly Dialect[] = [...links, ...formulas, ...blocks, ...inlines]

/** A quick test: does a block contain characters that the patterns need? */
export const mayBeDialect = new RegExp(
  [
    /\\[([\\@]|\(\\#|[{^]|%%|==|\+\+|``|\[[[!]|\](?:（|[ \t]*\(|\[)|\)\[|\[\/|:::|[\w\])]~\w|:\[|[}:]`|:[a-z][\w+-]+:|8<-/,
    /\|[ \t]*:?-|-:?[ \t]*\||(?:^|\n)[ \t>]*(?:[#＃:!?|]|===|\*\[|\.\. |\[_?toc|\([\w:.-]+\)=)|@(?:fig|tbl|eq|sec|thm|lem|cor|prp|def|exm)[-:]/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'i',
)
