import { expect, test } from 'vitest'
import { parsePlaces, withPlace } from './places'

test('a new place replaces the older place of the same article and comes first', () => {
  expect(
    withPlace(
      [
        ['/posts/a', '#1'],
        ['/posts/b', '#2'],
      ],
      '/posts/b',
      '#3',
    ),
  ).toEqual([
    ['/posts/b', '#3'],
    ['/posts/a', '#1'],
  ])
})

test('removes an article without a place', () => {
  expect(withPlace([['/posts/a', '#1']], '/posts/a', undefined)).toEqual([])
})

test('keeps the places of the last twenty articles', () => {
  let places = parsePlaces(null)
  for (let post = 0; post < 30; post++) places = withPlace(places, `/posts/${post}`, '#here')
  expect(places).toHaveLength(20)
  expect(places[0]).toEqual(['/posts/29', '#here'])
})

test.each(['', '{', '7', '{"a":1}', '[["/posts/a"],[1,2],null]'])('reads no places from %j', (text) => {
  expect(parsePlaces(text)).toEqual([])
})
