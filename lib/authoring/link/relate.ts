import type { Terms } from '../../markdown/text/terms'

/** An article to compare. */
export interface Subject {
  slug: string
  /** Its terms, in groups that have no term in common. */
  terms: readonly Terms[]
  /** May it be shown as related to others? */
  isOffered: boolean
  /** Articles with a common group are not related to each other: pages show them together anyway. */
  groups: readonly string[]
}

/** Related articles to find for each: more than pages show, because pages omit those that are not public. */
const maxRelated = 8
/** Limits on the terms of an article and the articles of a term: the cost is linear in the number of articles. */
const maxTerms = 20
const maxArticles = 48
/** Minimum similarity (0 to 1). Articles below it have little more than a word in common. */
const minSimilarity = 0.06

/** The terms of an article with the highest weights, normalized to length 1. */
interface Vector {
  terms: number[]
  weights: number[]
}

/**
 * Find the most similar articles of each: cosine similarity of their terms, weighted by rarity. Rarity is rounded to powers
 * of two, so that adding or removing an article changes few others.
 *
 * @returns slugs by slug, the most similar first
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
        const { articles, weights: others } = byTerm.get(terms[at] as number) ?? noEntries
        for (let entry = 0; entry < articles.length; entry++) {
          const other = articles[entry] as number
          if (scores[other] === 0) touched[count++] = other
          scores[other] = (scores[other] as number) + weight * (others[entry] as number)
        }
      }
      const nearest: number[] = []
      for (let at = 0; at < count; at++) {
        const other = touched[at] as number
        const last = nearest[maxRelated - 1]
        // Most are less similar than the last one: check that first.
        if ((scores[other] as number) < minSimilarity || (last !== undefined && !comesBefore(other, last)))
          continue
        if (isOther(subject, subjects[other])) insert(nearest, other, maxRelated, comesBefore)
      }
      for (let at = 0; at < count; at++) scores[touched[at] as number] = 0
      return [subject.slug, nearest.flatMap((other) => subjects[other]?.slug ?? [])]
    }),
  )
}

/**
 * Index the articles by their terms. The lists have a maximum length, so that the cost of `relate` is linear in the number of
 * articles.
 */
export function indexSubjects(subjects: readonly Subject[]): {
  vectors: Vector[]
  byTerm: ReadonlyMap<number, Entries>
} {
  const vectors = toVectors(subjects)
  return { vectors, byTerm: indexTerms(subjects, vectors) }
}

/** Insert into a short sorted list. Sorting everything would take most of the time. */
function insert(
  list: number[],
  item: number,
  maxLength: number,
  comesBefore: (item: number, other: number) => boolean,
): void {
  let place = list.length
  while (place > 0 && comesBefore(item, list[place - 1] as number)) place--
  if (place === maxLength) return
  if (list.length < maxLength) list.push(item)
  list.copyWithin(place + 1, place)
  list[place] = item
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

const noEntries: Entries = { articles: [], weights: [] }

/** The offered articles by term. For a frequent term, those with the highest weights. */
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
    if (articles.length <= maxArticles) continue
    const best = articles
      .map((article, at) => ({ article, weight: weights[at] ?? 0 }))
      .sort((a, b) => b.weight - a.weight || a.article - b.article)
      .slice(0, maxArticles)
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
  // A term that occurs in one article relates nothing; one that occurs in a quarter of all is too common.
  const rarities = frequency.map((articles) =>
    articles < 2 || (total > 12 && articles > total / 4) ? 0 : 1 + Math.floor(Math.log2(total / articles)),
  )
  // Weights of the current article.
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
      insert(heaviest, term, maxTerms, comesBefore)
    }
    const weights = heaviest.map((term) => weightOf[term] as number)
    const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0))
    return { terms: heaviest, weights: weights.map((weight) => weight / length) }
  })
}
