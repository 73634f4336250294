import { bundledLanguages } from 'shiki'
import { translate } from '../../site/messages/translate.mjs'

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

/** Blocks that other engines do not show as code, by what follows their backquotes. */
const otherBlocks: readonly { pattern: RegExp; name: string; hint: string }[] = [
  {
    pattern:
      /^(?:mermaid|plantuml|puml|flow(?:chart)?|sequence|mindmap|markmap|echarts|wavedrom|vega(?:-lite)?|abcjs)$/,
    name: translate`a diagram of another engine`,
    hint: translate`Save the diagram as a picture: ![description](picture.svg).`,
  },
  {
    pattern: /^(?:latex-math|katex|mathjax)$/,
    name: translate`a formula of another engine`,
    hint: translate`Write the formula between $$ and $$.`,
  },
  {
    pattern: /^(?:ad-[a-z]+|note|tip|info|warning|callout|admonition)$/,
    name: translate`a callout of another engine`,
    hint: translate`Write :::remark, the text, and ::: on separate lines.`,
  },
  {
    pattern: /^(?:dataview(?:js)?|query|button|tabs)$/,
    name: translate`a block of Obsidian`,
    hint: translate`Write its result as Markdown.`,
  },
]

/** The language of a code block: its name, and the name of its grammar, or `plain` if it has no colours. */
export interface CodeLanguage {
  name: string
  grammar?: string
  isPlain?: true
  /** What the block is in another engine, if it shows no code there. */
  otherBlock?: { name: string; hint: string }
}

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
  const isKnown = grammar !== undefined && Object.hasOwn(bundledLanguages, grammar)
  const otherBlock = readOtherBlock(text, name, isKnown)
  return { name, ...(isKnown && { grammar }), ...(otherBlock && { otherBlock }) }
}

/** @param isKnown it is the name of a language too */
function readOtherBlock(info: string, name: string, isKnown: boolean): CodeLanguage['otherBlock'] {
  const other = otherBlocks.find(({ pattern }) => pattern.test(name))
  if (other) return other
  if (isKnown || !/^\{[a-z:-]+\}/.test(info)) return undefined
  return {
    name: translate`a directive of MyST`,
    hint: translate`Write :::theorem or another kind of statement, a formula between $$ and $$, or plain Markdown.`,
  }
}
