import type { LatexMacros } from './macro'

/** Operators that many articles use without a definition, some of them from the package physics. */
export const operatorNames =
  'arccosh arccoth arcsinh arctanh Cov csch diag erf rank Res sech sgn Tr tr Var'.split(' ')

/** `\rank` → `\operatorname{rank}`. */
export const operatorMacros: LatexMacros = Object.fromEntries(
  operatorNames.map((name) => [`\\${name}`, `\\operatorname{${name}}`]),
)
