import { braketMacros } from './braket'
import { columnMacros } from './columns'
import { continuedFractionMacros } from './continued-fraction'
import { derivativeMacros } from './derivatives'
import { doubleStruckMacros } from './double-struck'
import type { LatexMacros } from './macro'
import { newCommandMacros } from './new-command'
import { operatorMacros } from './operators'
import { pairedDelimiterMacros } from './paired-delimiters'
import { rowMacros } from './rows'
import { standardCommands } from './standard-commands'

/**
 * Commands of LaTeX and its packages that KaTeX lacks or reads differently. They are macros of KaTeX, so they also work inside
 * the commands that authors define, and errors have the position of the author's token.
 */
export const latexMacros: LatexMacros = {
  ...standardCommands,
  ...operatorMacros,
  ...newCommandMacros,
  ...pairedDelimiterMacros,
  ...columnMacros,
  ...rowMacros,
  ...continuedFractionMacros,
  ...derivativeMacros,
  ...doubleStruckMacros,
  ...braketMacros,
}
