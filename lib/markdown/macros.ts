/** TeX, or what KaTeX makes of a definition inside a formula: tokens in reverse. */
type Macro = string | { tokens: readonly { text: string }[]; numArgs: number }

/** Macros by name. */
export type Macros = Readonly<Record<string, Macro>>

/** What LaTeX has and KaTeX lacks, by its own means. */
export const standardMacros: Macros = {
  '\\DeclareMathOperator': '\\@ifstar\\lemma@operatorlimits\\lemma@operator',
  '\\lemma@operator': '\\newcommand{#1}{\\operatorname{#2}}',
  '\\lemma@operatorlimits': '\\newcommand{#1}{\\operatorname*{#2}}',
}

const definition =
  /\\(?:(?:re|provide)?newcommand|renewcommand|providecommand|[gex]?def|(?:future)?let|global|long|DeclareMathOperator)(?![a-zA-Z])/

/** Does this formula define commands for those after it? */
export function definesMacros(tex: string): boolean {
  return definition.test(tex)
}

/** The macros a formula uses, and those that these use: what its typesetting depends on. */
export function usedMacros(tex: string, macros: Macros): Macros {
  const used: Record<string, Macro> = {}
  const visit = (text: string) => {
    for (const name of text.match(/\\(?:[a-zA-Z@]+|[\s\S])|[^\\\s{}a-zA-Z0-9]/g) ?? []) {
      const macro = Object.hasOwn(macros, name) ? macros[name] : undefined
      if (macro === undefined || name in used) continue
      used[name] = macro
      visit(bodyOf(macro))
    }
  }
  visit(tex)
  return used
}

/** What a set of macros says, as text: equal where the macros are. */
export function describeMacros(macros: Macros): string[] {
  return Object.entries(macros).map(
    ([name, macro]) => `${name} ${typeof macro === 'string' ? '' : macro.numArgs} ${bodyOf(macro)}`,
  )
}

function bodyOf(macro: Macro): string {
  if (typeof macro === 'string') return macro
  // `\let` keeps one token, or a function of KaTeX's own.
  const tokens = Array.isArray(macro.tokens) ? macro.tokens : []
  return tokens
    .map(({ text }: { text: string }) => text)
    .reverse()
    .join(' ')
}
