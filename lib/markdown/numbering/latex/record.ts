// Records the numbers of all cases from LaTeX: `npx tsx lib/markdown/numbering/latex/record.ts`. It needs pdflatex, amsmath and
// mathtools: on Debian, texlive-latex-base, texlive-latex-recommended and texlive-latex-extra. Takes a few seconds.
import { writeFileSync } from 'node:fs'
import { latexCases } from './cases'
import { recordedFile } from './recorded'
import { latexVersion, runLatex } from './run-latex'

const version = latexVersion()
if (version === undefined) throw new Error('pdflatex is not installed, so nothing was recorded.')
const lines = [{ version }, ...runLatex(latexCases())].map((line) => JSON.stringify(line))
writeFileSync(recordedFile, `${lines.join('\n')}\n`)
console.log(`Recorded ${lines.length - 1} cases from ${version}.`)
