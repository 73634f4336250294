/**
 * The displayed environments of amsmath (and LaTeX's own eqnarray, and amscd's CD) that may stand in the text
 * without dollars, starred or not. Source: amsldoc, chapter 3, "Displayed equations".
 */
export const environments: ReadonlySet<string> = new Set(
  ['equation', 'align', 'gather', 'multline', 'alignat', 'eqnarray', 'CD'].flatMap((name) =>
    name === 'CD' ? [name] : [name, `${name}*`],
  ),
)

/** Commands whose argument is text again: a dollar in it opens a formula of its own. */
export const textCommands: ReadonlySet<string> = new Set([
  ...['text', 'textbf', 'textit', 'textmd', 'textnormal', 'textrm', 'textsf', 'texttt', 'textup'],
  ...['mbox', 'hbox', 'fbox', 'tag', 'tag*', 'ce', 'pu'],
])
