import { expect, test } from 'vitest'
import { fill, messages } from '.'
import { formatDate, formatDay, formatMonth, readParts } from './dates'

test('the languages say the same things', () => {
  const zh = messages('zh-CN').interface
  const en = messages('en').interface
  expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort())
})

test('messages are filled by name; what has no value stays visible', () => {
  expect(fill('第 {part} 篇 / 共 {total} 篇', { part: 3, total: 16 })).toBe('第 3 篇 / 共 16 篇')
  expect(fill('{a}', {})).toBe('{a}')
})

test('English counts one post and two posts', () => {
  const { postCount } = messages('en').interface
  expect([1, 2].map((count) => fill(postCount, { count }))).toEqual(['1 post', '2 posts'])
})

test('dates are those of the site’s time zone, in the language’s form', () => {
  const newYear = '2009-12-31T16:00:00Z'
  expect(formatDate(newYear, 'zh-CN')).toBe('2010 年 1 月 1 日')
  expect(formatDate(newYear, 'en')).toBe('1 January 2010')
  expect([formatMonth(newYear, 'zh-CN'), formatMonth(newYear, 'en')]).toEqual(['1 月', 'Jan'])
  expect(readParts(newYear)).toEqual({ year: 2010, month: 1, day: 1 })
  expect(formatDay(newYear)).toBe('2010-01-01')
})
