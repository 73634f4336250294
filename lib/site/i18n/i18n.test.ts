import { describe, expect, test } from 'vitest'
import { type Language, languages } from '../languages'
import { fill, messages } from '.'
import { formatDate, formatDay, formatMonth, readParts } from './dates'

test('fills placeholders by name, and keeps a placeholder without a value', () => {
  expect(fill('第 {part} 篇 / 共 {total} 篇', { part: 3, total: 16 })).toBe('第 3 篇 / 共 16 篇')
  expect(fill('{a}', {})).toBe('{a}')
})

describe.each(Object.keys(languages) as Language[])('the dictionary of %s', (language) => {
  const dictionary = messages(language)
  const placeholders = (text: string) => [...new Set(text.match(/(?<=\{)\w+/g))].sort()

  test('names its own language', () => expect(dictionary.lang).toBe(language))

  test('has the placeholders of the others in each text', () => {
    const { interface: expected, statements } = messages('zh-CN')
    // English has the names of months.
    const { month, ...texts } = dictionary.interface
    for (const [key, text] of Object.entries(texts))
      expect(placeholders(text), key).toEqual(placeholders(expected[key as keyof typeof expected]))
    expect(placeholders(dictionary.statements.equation)).toEqual(placeholders(statements.equation))
    expect(month).toMatch(/\{month(Name)?\}/)
  })

  test('has no text of the others by mistake', () => {
    const text = JSON.stringify(dictionary.interface).replace(/变分|變分/g, '')
    const foreign = {
      'zh-CN': /[\u3041-\u30fa數與標籤關閉]/,
      'zh-TW': /[\u3041-\u30fa数与标签关闭]/,
      en: /\p{Script=Han}/u,
      ja: /[數與标签关闭归档]/,
    }
    expect(text).not.toMatch(foreign[language])
  })
})

test('mathematicians’ names of statements: traditional Chinese and Japanese', () => {
  const names = (language: Language) => {
    const { theorem, lemma, corollary, proof, remark } = messages(language).statements
    return [theorem, lemma, corollary, proof, remark]
  }
  expect(names('zh-TW')).toEqual(['定理', '引理', '推論', '證明', '註'])
  expect(names('ja')).toEqual(['定理', '補題', '系', '証明', '注意'])
})

test('English uses the singular for one post and the plural for two', () => {
  const { postCount } = messages('en').interface
  expect([1, 2].map((count) => fill(postCount, { count }))).toEqual(['1 post', '2 posts'])
})

test('formats dates in the site’s time zone, in the form of each language', () => {
  const newYear = '2009-12-31T16:00:00Z'
  const timeZone = 'Asia/Shanghai'
  const zh = { language: 'zh-CN', timeZone } as const
  const en = { language: 'en', timeZone } as const
  expect(formatDate(newYear, zh)).toBe('2010 年 1 月 1 日')
  expect(formatDate(newYear, en)).toBe('1 January 2010')
  expect(formatDate(newYear, { language: 'zh-TW', timeZone })).toBe('2010 年 1 月 1 日')
  expect(formatDate(newYear, { language: 'ja', timeZone })).toBe('2010年1月1日')
  const all = Object.keys(languages) as Language[]
  const months = all.map((language) => formatMonth(newYear, { language, timeZone }))
  expect(months).toEqual(['1 月', '1 月', 'Jan', '1月'])
  expect(readParts(newYear, timeZone)).toEqual({ year: 2010, month: 1, day: 1 })
  expect(formatDay(newYear, timeZone)).toBe('2010-01-01')
})
