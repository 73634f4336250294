import { describe, expect, test } from 'vitest'
import { latexCases } from './cases'
import { numbersOf } from './page-numbers'
import { readRecorded } from './recorded'
import { latexVersion, runLatex } from './run-latex'

// LaTeX is the oracle: the numbers of an article are those that pdflatex writes for the same source into its `.aux`. Where
// LaTeX is not installed, the recorded numbers are used; where it is, it runs again and the records are checked too.

const version = latexVersion()
const recorded = readRecorded()
const source = version ?? `the records of ${recorded.version}, because pdflatex is not installed`
const expected = version ? runLatex(latexCases()) : recorded.cases

test('every case is recorded; if not, run record.ts', () => {
  expect(recorded.cases.map(({ latex }) => latex)).toEqual(latexCases())
  expect(recorded.cases.length).toBeGreaterThan(400)
})

if (version) test('the records are what pdflatex writes now', () => expect(recorded.cases).toEqual(expected))

describe(`an article has the numbers of ${source}`, () => {
  test.each(expected)('$latex → $numbers $labels', async ({ latex, numbers, labels }) => {
    const page = await numbersOf(latex)
    expect(page.problems).toEqual([])
    expect(sortLabels(page.labels)).toEqual(sortLabels(labels))
    // Footnotes are at the end of the tree, so their numbers are in another order.
    if (!latex.includes('[^'))
      expect(
        page.numbers
          .split(' ')
          .filter((number) => number !== '-')
          .join(' '),
      ).toBe(numbers)
  })
})

/** `y=2 x=1` → `x=1`, `y=2`. Labels and numbers may contain spaces. */
function sortLabels(labels: string): string[] {
  return labels.split(/ (?=\S*=)/).sort()
}
