import { translate } from '../../../site/messages/translate.mjs'
import {
  builtIn,
  type LatexMacros,
  type MacroContext,
  type MacroFunction,
  macroError,
  pushGroup,
  readOptional,
  readStar,
} from './macro'

/** Commands of LaTeX, amsmath and plain TeX that KaTeX lacks and that other TeX can express. */
export const standardCommands: LatexMacros = {
  ...textCommands(),
  ...plainTex(),
  ...pageBreaks(),
  '\\hdots': '\\ldots',
  '\\iiiint': '\\mathop{\\int\\!\\!\\!\\iiint}\\nolimits',
  '\\idotsint': '\\mathop{\\int\\!\\cdots\\!\\int}\\nolimits',
  // Boxes
  '\\strut': '\\vphantom{(}',
  '\\lefteqn': '\\mathrlap{\\displaystyle{#1}}',
  '\\ensuremath': '\\TextOrMath{$#1$}{#1}',
}

/** Text in formulas and in tags. */
function textCommands(): LatexMacros {
  return {
    '\\mbox': '\\lemma@hbox{#1}',
    '\\hbox': (context) => {
      context.consumeSpaces()
      if (context.future().text !== '{')
        throw macroError(
          context.future(),
          translate`found \\hbox without a group; a width, as in \\hbox to 3em{…}, is not possible.`,
          translate`Write \\text{…}, with \\quad around it for space.`,
        )
      return '\\lemma@hbox'
    },
    '\\lemma@hbox': builtIn('\\hbox'),
    '\\textsuperscript': '\\TextOrMath{$^{\\text{#1}}$}{{}^{\\text{#1}}}',
    '\\textsubscript': '\\TextOrMath{$_{\\text{#1}}$}{{}_{\\text{#1}}}',
    '\\bfseries': '\\bf ',
    '\\itshape': '\\it ',
    '\\ttfamily': '\\tt ',
    '\\sffamily': '\\sf ',
    '\\rmfamily': '\\rm ',
    '\\normalfont': '\\rm ',
  }
}

/** Plain TeX, which LaTeX also reads. Inside, `\cr` ends a row, as in KaTeX's environments. */
function plainTex(): LatexMacros {
  return {
    '\\matrix': '\\begin{matrix}#1\\end{matrix}',
    '\\pmatrix': '\\begin{pmatrix}#1\\end{pmatrix}',
    '\\cases': '\\begin{cases}#1\\end{cases}',
    '\\eqalign': '\\begin{aligned}#1\\end{aligned}',
    '\\displaylines': '\\begin{gathered}#1\\end{gathered}',
    '\\root': delimited(['\\of'], '\\lemma@root'),
    '\\lemma@root': '\\sqrt[#1]{#2}',
    '\\buildrel': delimited(['\\over'], '\\lemma@buildrel'),
    '\\lemma@buildrel': '\\mathrel{\\mathop{#2}\\limits^{#1}}',
  }
}

/** Commands that only affect the pages of a printed document. */
function pageBreaks(): LatexMacros {
  const withPenalty: MacroFunction = (context) => {
    readOptional(context)
    return ''
  }
  const withLength: MacroFunction = (context) => {
    readStar(context)
    context.consumeArg()
    return ''
  }
  return {
    '\\displaybreak': withPenalty,
    '\\allowdisplaybreaks': withPenalty,
    '\\pagebreak': withPenalty,
    '\\nopagebreak': withPenalty,
    '\\newpage': '',
    '\\clearpage': '',
    '\\nobreak': '',
    '\\goodbreak': '',
    '\\vspace': withLength,
    '\\smallskip': '',
    '\\medskip': '',
    '\\bigskip': '',
    '\\vfill': '',
    '\\noindent': '',
    '\\vskip': skipDimension,
  }
}

/** Skip a dimension without braces: `\vskip 2pt`, `\vskip-1em`. */
function skipDimension(context: MacroContext): string {
  let text = ''
  while (/^\s*-?[\d.]*\s*[a-z]{0,2}$/.test(text + context.future().text)) text += context.popToken().text
  return ''
}

/** A macro whose first argument ends at a command: `\root 3\of x`. */
function delimited(end: string[], macro: string): MacroFunction {
  return (context) => {
    const place = context.future()
    const { tokens } = context.consumeArg(end)
    pushGroup(context, place, tokens)
    return macro
  }
}
