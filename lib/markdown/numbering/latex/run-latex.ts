import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What LaTeX wrote for a case into its `.aux`. */
export interface LatexNumbers {
  latex: string
  /** The numbers that it printed, in order. */
  numbers: string
  /** The numbers of the labels: `x=1 y=2`. */
  labels: string
}

/** The version of pdflatex on this machine; undefined if it or a package that the cases use is not installed. */
export function latexVersion(): string | undefined {
  try {
    execFileSync('kpsewhich', ['mathtools.sty', 'amscd.sty'], { stdio: 'ignore' })
    return execFileSync('pdflatex', ['--version'], { encoding: 'utf8' }).split('\n')[0]
  } catch {
    return undefined
  }
}

/**
 * Typeset all cases in one document, twice for references, and read the numbers from its `.aux`.
 * @throws if LaTeX reports an error
 */
export function runLatex(cases: readonly string[]): LatexNumbers[] {
  const folder = mkdtempSync(join(tmpdir(), 'lemma-latex-'))
  try {
    writeFileSync(join(folder, 'cases.tex'), documentOf(cases))
    for (let run = 0; run < 2; run++)
      execFileSync('pdflatex', ['-interaction=nonstopmode', '-halt-on-error', '-draftmode', 'cases.tex'], {
        cwd: folder,
        stdio: 'pipe',
      })
    return readAux(cases, readFileSync(join(folder, 'cases.aux'), 'utf8'))
  } catch (error) {
    const output = String((error as { stdout?: unknown }).stdout ?? error)
    throw new Error(`LaTeX failed:\n${/^! [\s\S]{0,800}/m.exec(output)?.[0] ?? output.slice(-800)}`)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Every number is written to the `.aux` when its row is set, but not when amsmath only measures the row. */
const preamble = String.raw`\documentclass{article}
\usepackage[utf8]{inputenc}
\usepackage{amsmath,amssymb,amscd,mathtools}
\newcommand\numberthis{\addtocounter{equation}{1}\tag{\theequation}}
\newcommand\lemmanumber[2]{}
\newcounter{lemmacase}
\makeatletter
\def\writenumber#1{\ifmeasuring@\else\begingroup\let\protect\string
  \immediate\write\@auxout{\string\lemmanumber{\thelemmacase}{#1}}\endgroup\fi}
\let\oldtagform\tagform@
\def\tagform@#1{\writenumber{#1}\oldtagform{#1}}
\def\make@df@tag@@#1{\gdef\df@tag{\writenumber{#1}\maketag@@@{#1}\def\@currentlabel{#1}}}
\renewcommand\eqref[1]{(\ref{#1})}
\makeatother
\begin{document}
`

function documentOf(cases: readonly string[]): string {
  const body = cases.map(
    (latex, index) =>
      `\\setcounter{lemmacase}{${index}}\\setcounter{equation}{0}\n${toLatex(latex, index)}\n\\par\n`,
  )
  return `${preamble}${body.join('')}\\end{document}\n`
}

/** Write a case as LaTeX: labels with its index, footnotes where they are called, and no Han characters. */
function toLatex(source: string, index: number): string {
  const notes = new Map<string, string>()
  const text = source.replace(/^\[\^(\d+)\]: (.*)$/gm, (_, name: string, note: string) => {
    notes.set(name, note)
    return ''
  })
  return text
    .replace(/\[\^(\d+)\]/g, (_, name: string) => `\\footnote{${notes.get(name) ?? ''}}`)
    .replace(/\$\$([\s\S]*?)\$\$/g, (_, display: string) => {
      const environment = display.includes('\\label') && !display.includes('\\tag') ? 'equation' : 'equation*'
      return `\\begin{${environment}}${display}\\end{${environment}}`
    })
    .replace(/^\\begin\{CD\}[\s\S]*\\end\{CD\}$/, '\\[$&\\]')
    .replace(/\\(label|ref|eqref)\{([^{}]*)\}/g, `\\$1{${index}.$2}`)
    .replace(/\p{Script=Han}/gu, (character) => `u${character.codePointAt(0)}`)
}

function readAux(cases: readonly string[], aux: string): LatexNumbers[] {
  const raw = new Map<string, string>()
  const printed = new Map<string, string[]>()
  for (const line of aux.split('\n')) {
    const [, label, number] = /^\\newlabel\{([^{}]*)\}\{\{(.*)\}\{\d+\}\}$/.exec(line) ?? []
    if (label !== undefined && number !== undefined) raw.set(label, number)
    const [, index, shown] = /^\\lemmanumber ?\{(\d+)\}\{(.*)\}$/.exec(line) ?? []
    if (index !== undefined && shown !== undefined) printed.set(index, [...(printed.get(index) ?? []), shown])
  }
  return cases.map((latex, index) => ({
    latex,
    numbers: (printed.get(String(index)) ?? []).map((number) => toText(number, raw)).join(' '),
    labels: [...raw]
      .filter(([label]) => label.startsWith(`${index}.`))
      .map(([label, number]) => `${fromCodes(label.slice(`${index}.`.length))}=${toText(number, raw)}`)
      .join(' '),
  }))
}

function fromCodes(label: string): string {
  return label.replace(/u(\d{5})/g, (_, code: string) => String.fromCodePoint(Number(code)))
}

/** A number in the `.aux`, which is TeX, as the characters that it prints. */
function toText(tex: string, labels: ReadonlyMap<string, string>): string {
  return tex
    .replace(/\\eqref\s*\{([^{}]*)\}/g, '(\\ref{$1})')
    .replace(/\\(?:protect\s*)?ref\s*\{([^{}]*)\}/g, (_, label: string) =>
      toText(labels.get(label) ?? '??', labels),
    )
    .replace(/\$([^$]*)\$/g, (_, formula: string) =>
      formula.replaceAll("'", '′').replace(/\*|\\ast\s*/g, '∗'),
    )
    .replace(/\\(?:protect\s*)?nobreakspace\s*(?:\{\})?/g, '\u00a0')
    .replaceAll('---', '—')
    .replaceAll('--', '–')
    .replaceAll('``', '“')
    .replaceAll("''", '”')
    .replaceAll('`', '‘')
    .replaceAll("'", '’')
    .replace(/[{}]/g, '')
}
