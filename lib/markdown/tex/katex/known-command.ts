import katex from 'katex'

/** Is a text a command of KaTeX, such as `\frac`? */
export function isKnownCommand(command: string): boolean {
  try {
    katex.renderToString(command, { strict: 'ignore' })
    return true
  } catch (error) {
    // `\frac` without arguments is an error too.
    return !/undefined control sequence/i.test(error instanceof Error ? error.message : '')
  }
}
