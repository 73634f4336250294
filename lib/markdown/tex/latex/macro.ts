import katex from 'katex'

/** A token of KaTeX's lexer. Tokens that come from the author's TeX have a position, which errors report. */
export interface Token {
  text: string
  /** The built-in function of this name, also if a macro has the same name. */
  noexpand?: boolean
}

/** What a macro expands to: TeX with `#1`…, or tokens in reverse order, as on KaTeX's stack. */
type Expansion = string | { tokens: Token[]; numArgs: number }

/** A stored definition. KaTeX stores what a formula defines as an object, its own macros as text or functions. */
export type Definition = string | object | undefined

/** The part of KaTeX's macro expander that our macros use. */
export interface MacroContext {
  mode: 'math' | 'text'
  macros: {
    /** The macros of the site, of the article and of its formulas, without KaTeX's own. */
    current: Record<string, Definition>
    get(name: string): Definition
    set(name: string, definition: object | string): void
  }
  /** The next token, which stays unread. */
  future(): Token
  popToken(): Token
  pushTokens(tokens: Token[]): void
  consumeSpaces(): void
  /** Read an argument: a token, a group without its braces, or all up to `delimiters`. The tokens are in reverse order. */
  consumeArg(delimiters?: string[]): { tokens: Token[] }
  isDefined(name: string): boolean
}

/** A macro that reads its arguments itself. */
export type MacroFunction = (context: MacroContext) => Expansion

/** Macros by name, in the form of KaTeX's own. */
export type LatexMacros = Readonly<Record<string, string | MacroFunction>>

/** An error of the author at a token, with a hint how to correct it. */
export function macroError(token: Token, message: string, hint: string): Error {
  return Object.assign(new katex.ParseError(message, token), { hint })
}

/** Create tokens with the position of another. A text that starts with `\` is one token, others one for each character. */
export function tokensAt(place: Token, ...texts: string[]): Token[] {
  return texts
    .flatMap((text) => (text.startsWith('\\') ? [text] : [...text]))
    .map((text) =>
      Object.assign(Object.create(Object.getPrototypeOf(place)), place, { text, noexpand: false }),
    )
}

/** Put a group back, to be read again. @param tokens its content, in reverse order */
export function pushGroup(context: MacroContext, place: Token, tokens: readonly Token[]): void {
  context.pushTokens([...tokensAt(place, '}'), ...tokens, ...tokensAt(place, '{')])
}

/** The token of a built-in function of KaTeX that a macro replaces. */
export function builtInAt(place: Token, name: string): Token {
  const [token] = tokensAt(place, name)
  return Object.assign(token as Token, { noexpand: true })
}

/** A macro that is a built-in function of KaTeX, for macros that replace it and use it. */
export function builtIn(name: string): MacroFunction {
  return (context) => ({ tokens: [builtInAt(context.future(), name)], numArgs: 0 })
}

/** Read a star. @returns whether there is one */
export function readStar(context: MacroContext): boolean {
  context.consumeSpaces()
  if (context.future().text !== '*') return false
  context.popToken()
  return true
}

/** Read an argument in brackets. @returns its tokens in reverse order; undefined if there is none */
export function readOptional(context: MacroContext): Token[] | undefined {
  context.consumeSpaces()
  if (context.future().text !== '[') return undefined
  context.popToken()
  return context.consumeArg([']']).tokens
}

/** The text of tokens in reverse order. */
export function textOf(tokens: readonly Token[]): string {
  return tokens
    .map(({ text }) => text)
    .reverse()
    .join('')
}

/** Tokens in the order of the source, as an expansion. */
export function expandTo(tokens: Token[]): Expansion {
  return { tokens: tokens.reverse(), numArgs: 0 }
}
