/** Tokens that only affect layout. */
const layoutTokens = new Set(
  (
    '{ } & ~ \\\\ \\, \\; \\: \\! \\> \\/ \\quad \\qquad \\left \\right \\middle \\big \\Big \\bigg \\Bigg \\bigl \\bigr ' +
    '\\Bigl \\Bigr \\biggl \\biggr \\Biggl \\Biggr \\bigm \\displaystyle \\textstyle \\scriptstyle \\limits \\nolimits ' +
    '\\notag \\nonumber \\mathstrut \\relax'
  ).split(' '),
)

/** Synonyms. */
const aliases: Readonly<Record<string, string>> = {
  '\\le': '\\leq',
  '\\leqslant': '\\leq',
  '\\ge': '\\geq',
  '\\geqslant': '\\geq',
  '\\ne': '\\neq',
  '\\to': '\\rightarrow',
  '\\gets': '\\leftarrow',
  '\\implies': '\\Rightarrow',
  '\\Longrightarrow': '\\Rightarrow',
  '\\iff': '\\Leftrightarrow',
  '\\Longleftrightarrow': '\\Leftrightarrow',
  '\\land': '\\wedge',
  '\\lor': '\\vee',
  '\\lnot': '\\neg',
  '\\owns': '\\ni',
  '\\dfrac': '\\frac',
  '\\tfrac': '\\frac',
  '\\cfrac': '\\frac',
  '\\dbinom': '\\binom',
  '\\tbinom': '\\binom',
  '\\lvert': '|',
  '\\rvert': '|',
  '\\vert': '|',
  '\\mid': '|',
  '\\lVert': '\\|',
  '\\rVert': '\\|',
  '\\Vert': '\\|',
  '\\lbrace': '\\{',
  '\\rbrace': '\\}',
  '\\lbrack': '[',
  '\\rbrack': ']',
  '\\dotsc': '\\dots',
  '\\dotsb': '\\dots',
  '\\ldots': '\\dots',
  '\\cdots': '\\dots',
  '\\prime': "'",
  '\\bold': '\\mathbf',
  '\\Bbb': '\\mathbb',
  '\\mathbbm': '\\mathbb',
  '\\mathds': '\\mathbb',
  '\\rm': '\\mathrm',
  '\\operatorname': '\\mathrm',
  '\\text': '\\mathrm',
  '\\textrm': '\\mathrm',
  '\\mbox': '\\mathrm',
  '\\hbox': '\\mathrm',
  '\\sp': '^',
  '\\sb': '_',
  '−': '-',
  '′': "'",
  '∑': '\\sum',
  '∏': '\\prod',
  '∫': '\\int',
  '∞': '\\infty',
  '√': '\\sqrt',
  '∂': '\\partial',
  '∇': '\\nabla',
  '≤': '\\leq',
  '≥': '\\geq',
  '≠': '\\neq',
  '≈': '\\approx',
  '≡': '\\equiv',
  '→': '\\rightarrow',
  '∈': '\\in',
  '⊂': '\\subset',
  '∪': '\\cup',
  '∩': '\\cap',
  '×': '\\times',
  '·': '\\cdot',
  '±': '\\pm',
  '…': '\\dots',
  ...greek(),
}

function greek(): Record<string, string> {
  const small = 'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho'
  const names = `${small} varsigma sigma tau upsilon phi chi psi omega`.split(' ')
  const letters: Record<string, string> = {}
  names.forEach((name, index) => {
    letters[String.fromCharCode(0x3b1 + index)] = `\\${name}`
    letters[String.fromCharCode(0x391 + index)] = `\\${name.charAt(0).toUpperCase()}${name.slice(1)}`
  })
  return letters
}

/**
 * Normalise a formula for search: without spaces, braces and sizes, and with one name for each symbol. A space follows each
 * command, so that `\in` is not found in `\int`.
 *
 *     \zeta ( s ), ζ(s), \zeta\left(s\right)  →  \zeta (s)
 *     e^{i\pi}, e ^ { i \pi }                 →  e^i\pi␠
 *
 * @param macros macros without arguments are expanded
 */
export function normaliseTex(tex: string, macros: Readonly<Record<string, string>> = {}): string {
  return normalise(tex, macros, maxExpansionDepth)
}

/** Macros that expand to themselves stop at this depth. */
const maxExpansionDepth = 8

function normalise(tex: string, macros: Readonly<Record<string, string>>, depth: number): string {
  const bare = tex
    .replace(/(?<!\\)%[^\n]*/g, '')
    .replace(/\\(?:label|tag\*?|hspace\*?|vspace\*?|begin|end)\s*\{[^{}]*\}/g, '')
    .replace(/\\(?:left|right)\s*\./g, '')
  let normal = ''
  for (const piece of bare.match(/\\[a-zA-Z]+|\\[\s\S]|[^\s]/gu) ?? []) {
    const macro = Object.hasOwn(macros, piece) ? macros[piece] : undefined
    if (macro !== undefined && depth > 0 && !macro.includes('#')) {
      normal += normalise(macro, macros, depth - 1)
      continue
    }
    const token = Object.hasOwn(aliases, piece) ? (aliases[piece] ?? piece) : piece
    if (layoutTokens.has(token) || /^\\\s$/.test(token)) continue
    // f' and f^\prime are the same.
    if (token === "'" && normal.endsWith('^')) normal = normal.slice(0, -1)
    normal += /^\\[a-zA-Z]/.test(token) ? `${token} ` : token
  }
  return normal
}
