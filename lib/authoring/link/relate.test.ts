import { expect, test } from 'vitest'
import { indexSubjects, relate, type Subject } from './relate'

const subject = (slug: string, words: string, more: Partial<Subject> = {}): Subject => ({
  slug,
  terms: [Object.fromEntries(words.split(' ').map((word) => [word, 1]))],
  isOffered: true,
  groups: [],
  ...more,
})

const subjects = [
  subject('a', 'zeta series pole'),
  subject('b', 'zeta series coin'),
  subject('c', 'zeta matrix'),
  subject('d', 'coin scale'),
  subject('e', 'essay'),
]

test('relates articles by the number and rarity of their common terms', () => {
  expect(relate(subjects).get('a')).toEqual(['b', 'c'])
})

test('relates an article without common terms to none', () => {
  expect(relate(subjects).get('e')).toEqual([])
})

test('relates no article to one that is not offered, but finds related articles for it', () => {
  const hidden = subjects.map((one) => (one.slug === 'b' ? { ...one, isOffered: false } : one))
  const related = relate(hidden)
  expect([...related.values()].flat()).not.toContain('b')
  expect(related.get('b')).toContain('a')
})

test('does not relate articles with a common group', () => {
  const grouped = subjects.map((one) => ('ab'.includes(one.slug) ? { ...one, groups: ['series'] } : one))
  expect(relate(grouped).get('a')).toEqual(['c'])
})

/** Articles on a hundred subjects, a few words of each of many. */
function archive(count: number): Subject[] {
  return Array.from({ length: count }, (_, index) =>
    subject(
      `post-${index}`,
      Array.from({ length: 40 }, (_, word) => `w${(index * 7 + word * word * 13) % 997}`).join(' '),
    ),
  )
}

test('an edit changes only the relations of articles that share its terms', () => {
  const before = archive(300)
  const after = before.map((one) =>
    one.slug === 'post-7' ? { ...one, terms: [{ ...one.terms[0], w49: 9 }] } : one,
  )
  const edited = relate(after)
  const changed = [...relate(before)].filter(
    ([slug, related]) => String(edited.get(slug)) !== String(related),
  )
  const terms = Object.keys(before[7]?.terms[0] ?? {})
  const like = before
    .filter((one) => terms.some((term) => term in (one.terms[0] ?? {})))
    .map(({ slug }) => slug)
  expect(terms).toContain('w49')
  expect(changed.length).toBeGreaterThan(0)
  expect(like.length).toBeLessThan(300)
  expect(like).toEqual(expect.arrayContaining(changed.map(([slug]) => slug)))
})

test('the cost is linear in the number of articles, even if all share their words', () => {
  const alike = (count: number) =>
    archive(count).map((one, index) => ({
      ...one,
      // Each in a fifth of them.
      terms: [
        ...one.terms,
        Object.fromEntries([0, 1, 2].map((word) => [`common-${word + (index % 5) * 3}`, 40])),
      ],
    }))
  const comparisons = (count: number) => {
    const { vectors, byTerm } = indexSubjects(alike(count))
    return vectors
      .flatMap(({ terms }) => terms)
      .reduce((sum, term) => sum + (byTerm.get(term)?.articles.length ?? 0), 0)
  }
  for (const count of [500, 2000]) expect(comparisons(count) / count, `${count}`).toBeLessThan(1000)
})
