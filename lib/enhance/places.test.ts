import { expect, test } from 'vitest'
import { parsePlaces, withPlace } from './places'

test('the place of an article replaces its older one and comes first', () => {
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

test('an article without a place is forgotten', () => {
  expect(withPlace([['/posts/a', '#1']], '/posts/a', undefined)).toEqual([])
})

test('of many articles the twenty left last are kept', () => {
  let places = parsePlaces(null)
  for (let post = 0; post < 30; post++) places = withPlace(places, `/posts/${post}`, '#here')
  expect(places).toHaveLength(20)
  expect(places[0]).toEqual(['/posts/29', '#here'])
})

test.each(['', '{', '7', '{"a":1}', '[["/posts/a"],[1,2],null]'])('%j holds no places', (text) => {
  expect(parsePlaces(text)).toEqual([])
})
