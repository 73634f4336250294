import type { Terms } from '../markdown/terms'

/** What is compared. */
export interface Subject {
  slug: string
  /** What it says, in groups that have no term in common. */
  terms: readonly Terms[]
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
  const { vectors, byTerm } = indexSubjects(subjects)
  const scores = new Float64Array(subjects.length)
  const touched = new Int32Array(subjects.length)
  const comesBefore = (article: number, other: number) => {
    const difference = (scores[article] as number) - (scores[other] as number)
    return difference > 0 || (difference === 0 && article < other)
  }
  return new Map(
    subjects.map((subject, index) => {
      const { terms, weights } = vectors[index] as Vector
      let count = 0
      for (let at = 0; at < terms.length; at++) {
        const weight = weights[at] as number
        const { articles, weights: others } = byTerm.get(terms[at] as number) ?? nobody
        for (let entry = 0; entry < articles.length; entry++) {
          const other = articles[entry] as number
          if (scores[other] === 0) touched[count++] = other
          scores[other] = (scores[other] as number) + weight * (others[entry] as number)
        }
      }
      const nearest: number[] = []
      for (let at = 0; at < count; at++) {
        const other = touched[at] as number
        const last = nearest[found - 1]
        // Most are no match for the last: that is asked first.
        if ((scores[other] as number) < least || (last !== undefined && !comesBefore(other, last))) continue
        if (isOther(subject, subjects[other])) insert(nearest, other, found, comesBefore)
      }
      for (let at = 0; at < count; at++) scores[touched[at] as number] = 0
      return [subject.slug, nearest.flatMap((other) => subjects[other]?.slug ?? [])]
    }),
  )
}

/**
 * What describes each article, and the articles that a term describes.
 *
 * Both are short lists, however many articles there are: what `relate` compares grows with the articles alone.
 */
export function indexSubjects(subjects: readonly Subject[]): {
  vectors: Vector[]
  byTerm: ReadonlyMap<number, Entries>
} {
  const vectors = toVectors(subjects)
  return { vectors, byTerm: indexTerms(subjects, vectors) }
}

/** Keep a short list in order: to sort everything would take most of the time. */
function insert(
  list: number[],
  one: number,
  most: number,
  comesBefore: (one: number, other: number) => boolean,
): void {
  let place = list.length
  while (place > 0 && comesBefore(one, list[place - 1] as number)) place--
  if (place === most) return
  if (list.length < most) list.push(one)
  list.copyWithin(place + 1, place)
  list[place] = one
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
  const names: string[] = []
  const frequency: number[] = []
  const counted = subjects.map(({ terms: groups }) => {
    const terms: number[] = []
    const counts: number[] = []
    for (const group of groups)
      for (const term in group) {
        let number = numbers.get(term)
        if (number === undefined) {
          number = names.push(term) - 1
          numbers.set(term, number)
          frequency.push(0)
        }
        frequency[number] = (frequency[number] as number) + 1
        terms.push(number)
        counts.push(group[term] as number)
      }
    return { terms, counts }
  })
  const total = subjects.length
  // A term of one article relates it to none; one of a quarter of them says nothing.
  const rarities = frequency.map((articles) =>
    articles < 2 || (total > 12 && articles > total / 4) ? 0 : 1 + Math.floor(Math.log2(total / articles)),
  )
  // Of the article at hand.
  const weightOf = new Float64Array(names.length)
  const comesBefore = (term: number, other: number) => {
    const difference = (weightOf[term] as number) - (weightOf[other] as number)
    return difference > 0 || (difference === 0 && (names[term] as string) < (names[other] as string))
  }
  return counted.map(({ terms, counts }) => {
    const heaviest: number[] = []
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at] as number
      const rarity = rarities[term] as number
      if (rarity === 0) continue
      weightOf[term] = (1 + Math.log2(counts[at] as number)) * rarity
      insert(heaviest, term, termsEach, comesBefore)
    }
    const weights = heaviest.map((term) => weightOf[term] as number)
    const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0))
    return { terms: heaviest, weights: weights.map((weight) => weight / length) }
  })
}
