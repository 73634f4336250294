import { listed, translate } from '../../site/messages/translate.mjs'
import { environments } from '../syntax/environments'

const citation = translate`Write [@key]; works are in content/references.bib.`
const heading = translate`Write a heading: ## text.`
const layout = translate`Remove it: the page sets its own layout.`
const macros = translate`Put the definition into a formula ($\\newcommand{…}{…}$), or under macros in the front matter or in site.config.ts.`
const numbering = translate`Set numbering in the front matter: { start: 50 }, { by: section } or continue. A \\tag{…} sets one number.`
const packages = translate`Remove it: packages cannot be loaded. KaTeX has the commands of amsmath, and macros in site.config.ts or in the front matter define more.`

/** What to write instead of a command of LaTeX outside of formulas. */
const commandHints: Readonly<Record<string, string>> = {
  ...same(
    ['cite', 'citep', 'citet', 'citealp', 'citeauthor', 'citeyear', 'parencite', 'textcite', 'autocite'],
    citation,
  ),
  ...same(['footcite', 'nocite', 'fullcite', 'supercite', 'upcite'], citation),
  ...same(
    ['bibliography', 'bibliographystyle', 'printbibliography'],
    translate`Remove it: the list of works follows the article. Works are in content/references.bib.`,
  ),
  ...same(
    ['pageref', 'cpageref', 'vpageref'],
    translate`Pages have no numbers: write \\ref{…}, or \\eqref{…} for an equation.`,
  ),
  ...same(
    ['hyperref', 'nameref', 'hyperlink'],
    translate`Write a link: [text](#eq-x) for the label eq:x, or \\eqref{eq:x}.`,
  ),
  ...same(
    ['vref', 'Vref', 'labelcref', 'fullref', 'Autoref', 'prettyref'],
    translate`Write \\cref{…} or \\eqref{…}.`,
  ),
  ...same(
    ['label', 'hypertarget'],
    translate`Put \\label{…} into a displayed formula. A theorem has its name in braces: :::theorem{#thm-x}.`,
  ),
  ...same(
    ['tag', 'notag', 'nonumber', 'numberthis'],
    translate`Put it into a displayed formula, between $$ and $$ or in an environment.`,
  ),
  ...same(
    ['footnote', 'footnotemark', 'footnotetext', 'marginpar', 'endnote'],
    translate`Write a footnote: [^1], and on a line of its own [^1]: text.`,
  ),
  ...same(['textbf', 'bfseries', 'bf', 'strong'], translate`Write **text**.`),
  ...same(['textit', 'textsl', 'emph', 'itshape', 'em', 'underline', 'uline'], translate`Write *text*.`),
  ...same(['texttt', 'ttfamily', 'verb', 'lstinline', 'mintinline'], translate`Write \`text\`.`),
  ...same(
    ['textrm', 'textsf', 'textsc', 'textnormal', 'text', 'mbox', 'textcolor', 'fbox'],
    translate`Write the text without the command.`,
  ),
  ...same(
    ['part', 'chapter', 'section', 'subsection', 'subsubsection', 'paragraph', 'subparagraph'],
    heading,
  ),
  item: translate`Write a list: - text, or 1. text.`,
  includegraphics: translate`Write ![description](picture.svg).`,
  caption: translate`Write the caption as the title of the image: ![description](picture.svg "caption").`,
  url: translate`Write the address without the command, or [text](https://…).`,
  href: translate`Write [text](https://…).`,
  ...same(['usepackage', 'RequirePackage', 'documentclass', 'PassOptionsToPackage'], packages),
  ...same(
    ['input', 'include', 'subfile'],
    translate`Copy the text into this file: files cannot include others.`,
  ),
  ...same(
    ['newcommand', 'renewcommand', 'providecommand', 'def', 'DeclareMathOperator', 'let', 'newenvironment'],
    macros,
  ),
  newtheorem: translate`Remove it: write :::theorem, :::lemma or another kind of statement (docs/mathematics.md).`,
  ...same(['setcounter', 'addtocounter', 'numberwithin', 'counterwithin'], numbering),
  ...same(
    ['title', 'author', 'date', 'maketitle'],
    translate`Write title, date and authors in the front matter.`,
  ),
  tableofcontents: translate`Remove it: the page shows the table of contents.`,
  ...same(
    ['newpage', 'clearpage', 'pagebreak', 'vspace', 'hspace', 'noindent', 'indent', 'centering', 'par'],
    layout,
  ),
  ...same(
    ['linebreak', 'newline', 'smallskip', 'medskip', 'bigskip', 'hfill', 'vfill', 'quad', 'qquad'],
    layout,
  ),
  ...same(['ldots', 'dots'], translate`Write … or ……`),
  ...same(['LaTeX', 'TeX', 'KaTeX'], translate`Write it as a formula: $\\LaTeX$.`),
  qed: translate`Write the proof between :::proof and :::; the page adds the sign.`,
}

const inDollars = new Set(
  ['cases', 'rcases', 'aligned', 'alignedat', 'gathered', 'split', 'array', 'subarray', 'smallmatrix'].concat(
    ['matrix', 'pmatrix', 'bmatrix', 'Bmatrix', 'vmatrix', 'Vmatrix', 'darray', 'dcases'],
  ),
)

const list = translate`Write a list: - text, or 1. text.`
const display = translate`Write \\begin{equation}, or \\begin{align} for several rows.`
const statements = new Map(
  Object.entries({
    ...same(['theorem', 'thm', 'theorem*'], 'theorem'),
    ...same(['definition', 'defn', 'def', 'definition*'], 'definition'),
    ...same(['lemma', 'lem', 'lemma*'], 'lemma'),
    ...same(['proposition', 'prop', 'proposition*'], 'proposition'),
    ...same(['corollary', 'cor', 'corollary*'], 'corollary'),
    ...same(['example', 'examples', 'eg', 'example*'], 'example'),
    ...same(['remark', 'remarks', 'rem', 'note', 'remark*'], 'remark'),
    ...same(['proof', 'proof*'], 'proof'),
    ...same(['exercise', 'problem'], 'exercise'),
    ...same(['solution', 'answer'], 'solution'),
  }),
)

/** What to write instead of an environment of LaTeX that is not a formula in running text. */
const environmentHints: Readonly<Record<string, string>> = {
  ...same(['itemize', 'enumerate', 'description', 'list'], list),
  ...same(['dmath', 'dmath*', 'dgroup', 'IEEEeqnarray', 'IEEEeqnarray*', 'numcases', 'empheq'], display),
  ...same(
    ['figure', 'figure*', 'wrapfigure', 'tikzpicture', 'pgfpicture'],
    translate`Write ![description](picture.svg "caption"): the picture is a file beside the article.`,
  ),
  ...same(
    ['table', 'table*', 'tabular', 'tabular*', 'tabularx', 'longtable'],
    translate`Write a table of Markdown: | a | b |.`,
  ),
  ...same(
    ['verbatim', 'lstlisting', 'minted', 'algorithm', 'algorithmic'],
    translate`Write the code between \`\`\` and \`\`\`.`,
  ),
  ...same(['quote', 'quotation', 'verse'], translate`Write a quote: > text.`),
  ...same(
    ['center', 'flushleft', 'flushright', 'minipage', 'multicols'],
    translate`Remove it: the page sets its own layout.`,
  ),
  ...same(['thebibliography'], citation),
  document: translate`Remove it: the file contains the text only.`,
  abstract: translate`Write summary in the front matter.`,
}

/** What to write instead of a command outside of formulas; undefined if it is not one of LaTeX's commands for text. */
export function commandHint(name: string): string | undefined {
  return Object.hasOwn(commandHints, name) ? commandHints[name] : undefined
}

/** What to write instead of an environment outside of formulas. */
export function environmentHint(name: string): string {
  const statement = statements.get(name)
  if (statement)
    return translate`Write :::${statement}, the text, and ::: on separate lines (docs/mathematics.md).`
  if (inDollars.has(name.replace('*', ''))) return translate`Put $$ before \\begin and after \\end.`
  if (Object.hasOwn(environmentHints, name)) return environmentHints[name] ?? ''
  return translate`Outside of dollars, the environments are ${listed([...environments].filter((known) => !known.endsWith('*')))}.`
}

/** Is this environment part of a formula, so that dollars around it make it a display? */
export function needsDollars(name: string): boolean {
  return inDollars.has(name.replace('*', ''))
}

function same<T>(names: readonly string[], value: T): Record<string, T> {
  return Object.fromEntries(names.map((name) => [name, value]))
}
