import type { Terms } from '../markdown/terms'

/** What is compared. */
export interface Subject {
  slug: string
  terms: Terms
  /** May it be named to readers of others? */
  isOffered: boolean
  /** Of one group, none is related to another: they are shown together anyway. */
  groups: readonly string[]
}

/** How many related articles are found, so that some may be left out when they are shown. */
const found = 8
/** Terms that describe an article, and articles that describe a term: what is compared grows with the articles alone. */
const termsEach = 20
const articlesEach = 48
/** Likeness (0 to 1) below which two articles have a word in common and nothing else. */
const least = 0.06

/** An article as numbers: its heaviest terms and their weights, of length 1. */
interface Vector {
  terms: number[]
  weights: number[]
}

/**
 * Find for each article those that are most like it: the cosine of their terms, weighted by how rare each is.
 *
 * Rarity counts in powers of two, so that one article more or less changes few others.
 *
 * @returns slugs by slug, the most like first
 */
export function relate(subjects: readonly Subject[]): Map<string, string[]> {
  const vectors = toVectors(subjects)
  const byTerm = indexTerms(subjects, vectors)
  const scores = new Float64Array(subjects.length)
  const comesBefore = (score: number, article: number, other: number) =>
    score > (scores[other] as number) || (score === scores[other] && article < other)
  return new Map(
    subjects.map((subject, index) => {
      const { terms, weights } = vectors[index] as Vector
      const touched: number[] = []
      for (const [at, term] of terms.entries()) {
        const weight = weights[at] ?? 0
        const { articles, weights: others } = byTerm.get(term) ?? nobody
        for (let entry = 0; entry < articles.length; entry++) {
          const other = articles[entry] as number
          if (scores[other] === 0) touched.push(other)
          scores[other] = (scores[other] as number) + weight * (others[entry] as number)
        }
      }
      const nearest: number[] = []
      for (const other of touched) {
        const score = scores[other] as number
        const last = nearest.length < found ? undefined : nearest[found - 1]
        if (score < least || (last !== undefined && !comesBefore(score, other, last))) continue
        if (!isOther(subject, subjects[other])) continue
        // A short list kept in order: to sort all of them would take most of the time.
        let place = nearest.length
        while (place > 0 && comesBefore(score, other, nearest[place - 1] as number)) place--
        nearest.splice(place, 0, other)
        nearest.length = Math.min(nearest.length, found)
      }
      for (const other of touched) scores[other] = 0
      return [subject.slug, nearest.flatMap((other) => subjects[other]?.slug ?? [])]
    }),
  )
}

function isOther(subject: Subject, other: Subject | undefined): boolean {
  return (
    other !== undefined && other !== subject && !other.groups.some((name) => subject.groups.includes(name))
  )
}

interface Entries {
  articles: number[]
  weights: number[]
}

const nobody: Entries = { articles: [], weights: [] }

/** The articles that may be named, by term; of a frequent term those it describes best. */
function indexTerms(subjects: readonly Subject[], vectors: readonly Vector[]): Map<number, Entries> {
  const byTerm = new Map<number, Entries>()
  for (const [index, { terms, weights }] of vectors.entries()) {
    if (!subjects[index]?.isOffered) continue
    for (const [at, term] of terms.entries()) {
      const entries = byTerm.get(term)
      const weight = weights[at] ?? 0
      if (entries) {
        entries.articles.push(index)
        entries.weights.push(weight)
      } else byTerm.set(term, { articles: [index], weights: [weight] })
    }
  }
  for (const [term, { articles, weights }] of byTerm) {
    if (articles.length <= articlesEach) continue
    const best = articles
      .map((article, at) => ({ article, weight: weights[at] ?? 0 }))
      .sort((a, b) => b.weight - a.weight || a.article - b.article)
      .slice(0, articlesEach)
    byTerm.set(term, {
      articles: best.map(({ article }) => article),
      weights: best.map(({ weight }) => weight),
    })
  }
  return byTerm
}

function toVectors(subjects: readonly Subject[]): Vector[] {
  const numbers = new Map<string, number>()
  const frequency: number[] = []
  const counted = subjects.map(({ terms }) =>
    Object.entries(terms).map(([term, count]) => {
      let number = numbers.get(term)
      if (number === undefined) {
        number = numbers.size
        numbers.set(term, number)
      }
      frequency[number] = (frequency[number] ?? 0) + 1
      return { term, number, count }
    }),
  )
  const total = subjects.length
  return counted.map((terms) => {
    const weighted = terms.flatMap(({ term, number, count }) => {
      const articles = frequency[number] ?? 1
      // A term of one article relates it to none; one of a quarter of them says nothing.
      if (articles < 2 || (total > 12 && articles > total / 4)) return []
      const weight = (1 + Math.log2(count)) * (1 + Math.floor(Math.log2(total / articles)))
      return [{ term, number, weight }]
    })
    weighted.sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
    weighted.length = Math.min(weighted.length, termsEach)
    const length = Math.sqrt(weighted.reduce((sum, { weight }) => sum + weight * weight, 0))
    return {
      terms: weighted.map(({ number }) => number),
      weights: weighted.map(({ weight }) => weight / length),
    }
  })
}
