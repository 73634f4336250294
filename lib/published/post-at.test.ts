import { expect, test } from 'vitest'
import { findPostAt, isMoved, isUrlOf } from './post-at'
import { createTestPost } from './test-post'

const usual = createTestPost({ slug: '甲', url: '/posts/%E7%94%B2' })
const moved = createTestPost({ slug: 'b', url: '/2011/05/b.html' })
const numbered = createTestPost({ slug: 'c', url: '/posts/b' })
const posts = [usual, moved, numbered]

test.each([
  ['/posts/甲', usual],
  ['/posts/%E7%94%B2', usual],
  ['/posts/%E7%94%B2/', usual],
  ['/2011/05/b.html', moved],
  // The URL of a post, and the default path of another one.
  ['/posts/b', numbered],
  ['/posts/c', numbered],
  ['/posts/d', undefined],
  ['/2011/05/b', undefined],
  ['', undefined],
])('finds the post at %s', (path, post) => {
  expect(findPostAt(posts, path)).toBe(post)
})

test('the default path of a post with another URL is not its URL', () => {
  expect([isUrlOf(numbered, '/posts/b'), isUrlOf(numbered, '/posts/c')]).toEqual([true, false])
  expect([isMoved(usual), isMoved(moved), isMoved(numbered)]).toEqual([false, true, true])
})
