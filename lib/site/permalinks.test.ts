import { expect, test } from 'vitest'
import { explainPattern, explainPermalink, postPath } from './permalinks'

const post = { slug: '摆线', day: '2011-05-02', id: '42' }

test.each([
  [undefined, '/posts/%E6%91%86%E7%BA%BF'],
  ['/:year/:month/:slug', '/2011/05/%E6%91%86%E7%BA%BF'],
  ['/:year/:month/:day/:slug.html', '/2011/05/02/%E6%91%86%E7%BA%BF.html'],
  ['/archives/:id.html', '/archives/42.html'],
  ['/archives/:id/', '/archives/42'],
  ['/:slug', '/%E6%91%86%E7%BA%BF'],
  ['/文/:year-:month/:id', '/%E6%96%87/2011-05/42'],
])('with the pattern %s the path of a post is %s', (pattern, path) => {
  expect(postPath(post, pattern)).toBe(path)
})

test('a permalink in front matter replaces the pattern', () => {
  const permalink = '/archives/甲.html'
  expect(postPath({ ...post, permalink }, '/:year/:slug')).toBe('/archives/%E7%94%B2.html')
  expect(postPath({ ...post, permalink: '/old/' })).toBe('/old')
})

test('characters of a slug that separate paths are encoded', () => {
  expect(postPath({ ...post, slug: 'a&b+100%' }, '/:year/:slug')).toBe('/2011/a%26b%2B100%25')
})

test.each(['/posts/:slug', '/posts/:year/:slug', '/:slug', '/archive/:id', '/archives/:id.html', '/p/:id/'])(
  'the pattern %s is valid',
  (pattern) => {
    expect(explainPattern(pattern)).toBeUndefined()
  },
)

test.each([
  ['posts/:slug', 'starts with /'],
  ['/:year/:slug?x', 'no spaces, ? or #'],
  ['/a//:slug', 'starts with /'],
  ['/:title/:slug', 'not :title'],
  ['/:/:slug', 'and not :'],
  ['/:year/:month', ':slug or :id'],
  ['/:slug.md', '.md'],
  ['/tags/:slug', 'Lemma uses /tags/an-article itself'],
  ['/_next/:slug', 'Lemma uses'],
  ['/feed/:slug', 'Lemma uses'],
  ['/posts/:slug/card', 'Lemma uses'],
])('the pattern %s is a mistake: %s', (pattern, expected) => {
  expect(explainPattern(pattern)).toContain(expected)
})

test.each(['/archives/1.html', '/2011/05/x/', '/posts/other', '/甲'])('the permalink %s is valid', (path) => {
  expect(explainPermalink(path)).toBeUndefined()
})

test.each(['archives/1', '/', '/?p=1', '/a#b', '/search', '/tags/x', '/feed.xml', '/a/../b', '/x.png'])(
  'the permalink %s is a mistake',
  (path) => {
    expect(explainPermalink(path)).toMatch(/path/)
  },
)
