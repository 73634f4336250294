/** TeX, or KaTeX's representation of a definition in a formula, whose tokens are in reverse order. */
type Macro =
  | string
  | { tokens: readonly { text: string }[]; numArgs: number; delimiters?: readonly (readonly string[])[] }

/** Macros by name. */
export type Macros = Readonly<Record<string, Macro>>

const definition =
  /\\(?:(?:re|provide)?newcommand|renewcommand|providecommand|[gex]?def|(?:future)?let|global|long|DeclareMathOperator|DeclareRobustCommand|DeclarePairedDelimiterX?)(?![a-zA-Z])/

/** Does this formula define commands? */
export function definesMacros(tex: string): boolean {
  return definition.test(tex)
}

/** The macros that a formula uses, directly or through other macros. */
export function usedMacros(tex: string, macros: Macros): Macros {
  const used: Record<string, Macro> = {}
  const texts = [tex]
  for (let text = texts.pop(); text !== undefined; text = texts.pop())
    for (const name of text.match(/\\(?:[a-zA-Z@]+|[\s\S])|[^\\\s{}a-zA-Z0-9]/g) ?? []) {
      const macro = Object.hasOwn(macros, name) ? macros[name] : undefined
      if (macro === undefined || Object.hasOwn(used, name)) continue
      used[name] = macro
      texts.push(bodyOf(macro))
    }
  return used
}

/** Can these macros make a formula much longer? True if they are long or repeat an argument. */
export function multiplies(macros: Macros): boolean {
  let length = 0
  for (const macro of Object.values(macros)) {
    const body = bodyOf(macro)
    const uses = [...body.matchAll(/# ?([1-9])/g)].map(([, argument]) => argument)
    if (new Set(uses).size < uses.length) return true
    length += body.length
  }
  return length > 500
}

/** A set of macros as text, equal for equal macros. */
export function describeMacros(macros: Macros): string[] {
  return Object.entries(macros).map(
    ([name, macro]) => `${name} ${typeof macro === 'string' ? '' : parametersOf(macro)} ${bodyOf(macro)}`,
  )
}

function parametersOf({ numArgs, delimiters }: Exclude<Macro, string>): string {
  return `${numArgs} ${JSON.stringify(delimiters ?? [])}`
}

function bodyOf(macro: Macro): string {
  if (typeof macro === 'string') return macro
  // For `\let`, KaTeX stores one token or a built-in function.
  const tokens = Array.isArray(macro.tokens) ? macro.tokens : []
  return tokens
    .map(({ text }: { text: string }) => text)
    .reverse()
    .join(' ')
}
