import { bundledLanguages } from 'shiki'

/** Names of languages without colours. */
const plainLanguages: ReadonlySet<string> = new Set([
  ...['text', 'txt', 'plain', 'plaintext', 'none', 'nohighlight', 'no-highlight', 'raw', 'output', 'ansi'],
  ...['pseudocode', 'pseudo', 'algorithm', 'dot', 'graphviz', 'maple', 'maxima', 'isabelle', 'agda', 'spss'],
  ...['sml', 'asy', 'asymptote', 'metapost', 'gitignore'],
])

/** Names that other highlighters have for Shiki's languages. */
const otherNames: Readonly<Record<string, string>> = {
  golang: 'go',
  python3: 'python',
  ipython: 'python',
  ipython3: 'python',
  pycon: 'python',
  sage: 'python',
  sagemath: 'python',
  rlang: 'r',
  octave: 'matlab',
  mathematica: 'wolfram',
  fortran: 'fortran-free-form',
  delphi: 'pascal',
  cuda: 'cpp',
  objectivec: 'objective-c',
  nasm: 'asm',
  assembly: 'asm',
  dos: 'bat',
  sql92: 'sql',
  mysql: 'sql',
  pgsql: 'sql',
  postgres: 'sql',
  postgresql: 'sql',
  tikz: 'latex',
  html5: 'html',
  htm: 'html',
  xhtml: 'html',
  svg: 'xml',
  mathml: 'xml',
  patch: 'diff',
  conf: 'ini',
  cfg: 'ini',
  env: 'dotenv',
  rmd: 'markdown',
  qmd: 'markdown',
}

/** The language of a code block: its name, and the name of its grammar, or `plain` if it has no colours. */
export type CodeLanguage = { name: string; grammar?: string; isPlain?: true }

/**
 * Read the text after the backquotes of a code block. Case is ignored, and so is what other engines add to the name.
 *
 *     C++ · python{1,3} · {.python .input} · {r, echo=FALSE} · js:foo.js · rust,ignore · python=20
 *
 * @returns undefined if it names no language
 */
export function readCodeLanguage(info: string): CodeLanguage | undefined {
  const text = info.trim().toLowerCase()
  const [, name] =
    (text.startsWith('{') ? /[\s{]\.([\w+#-]+)/.exec(text) : undefined) ??
    /^[{[.\s]*([^\s{}[\]():,;=]+)/.exec(text) ??
    []
  if (name === undefined) return undefined
  if (plainLanguages.has(name)) return { name, isPlain: true }
  const grammar = Object.hasOwn(otherNames, name) ? otherNames[name] : name
  return grammar !== undefined && Object.hasOwn(bundledLanguages, grammar) ? { name, grammar } : { name }
}
