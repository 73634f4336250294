/**
 * The displayed environments of amsmath, with and without star, LaTeX's displaymath and eqnarray, and amscd's CD. They need
 * no dollars around them. Source: amsldoc, chapter 3, "Displayed equations".
 */
export const environments: ReadonlySet<string> = new Set([
  ...['equation', 'align', 'flalign', 'gather', 'multline', 'alignat', 'eqnarray'].flatMap((name) => [
    name,
    `${name}*`,
  ]),
  ...['displaymath', 'CD'],
])

/** LaTeX's environment for an inline formula. */
export const inlineEnvironment = 'math'

/**
 * Does this environment start a formula in running text, or TeX that is kept in one piece to report it? `subequations` does
 * not, because it contains text.
 */
export function isEnvironmentName(name: string): boolean {
  return name !== 'subequations'
}

/** Commands with an argument that is text: a dollar in it starts a nested formula. */
export const textCommands: ReadonlySet<string> = new Set([
  ...['text', 'textbf', 'textit', 'textmd', 'textnormal', 'textrm', 'textsf', 'texttt', 'textup'],
  ...['mbox', 'hbox', 'fbox', 'tag', 'tag*', 'ce', 'pu', 'intertext', 'shortintertext'],
])
