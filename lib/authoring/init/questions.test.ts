import { expect, test } from 'vitest'
import { checkAnswer, languageOf, questionsFor } from './questions'

test.each([
  ['zh_CN.UTF-8', 'zh-CN'],
  ['zh-Hans-SG', 'zh-CN'],
  ['zh_TW.UTF-8', 'zh-TW'],
  ['zh-HK', 'zh-TW'],
  ['zh-Hant-MO', 'zh-TW'],
  ['ja_JP.eucJP', 'ja'],
  ['en-GB', 'en'],
  ['C', 'en'],
  ['', 'en'],
])('the language for the locale %s is %s', (locale, language) => expect(languageOf(locale)).toBe(language))

test.each([
  ['name', ' N ', 'N'],
  ['url', 'https://example.org/', 'https://example.org'],
  ['licence', '2', 'cc-by-sa'],
  ['licence', 'CC BY-NC-SA 4.0', 'cc-by-nc-sa'],
  ['licence', 'all rights reserved', 'all-rights-reserved'],
  ['timeZone', 'Asia/Taipei', 'Asia/Taipei'],
] as const)('%s: %s is %s', (setting, answer, value) =>
  expect(checkAnswer({ setting }, answer)).toEqual({ value }),
)

test.each([
  ['name', ' ', 'Found ""; expected text that is not empty.'],
  ['url', 'example.org', /^Found "example.org"; expected the origin of a URL/],
  ['url', 'https://example.org/blog', /expected the origin of a URL/],
  ['language', 'fr', 'Found "fr"; expected one of zh-CN, zh-TW, en, ja.'],
  ['licence', 'MIT', 'Found "MIT"; expected one of cc-by, cc-by-sa, cc-by-nc-sa, all-rights-reserved.'],
  ['timeZone', 'Mars', 'Found "Mars"; expected an IANA time zone, such as Asia/Shanghai.'],
] as const)('%s: %s is an error', (setting, answer, error) => {
  const expected = typeof error === 'string' ? error : expect.stringMatching(error)
  expect(checkAnswer({ setting }, answer)).toEqual({ error: expected })
})

test('every default is a valid answer, or there is none', () => {
  const questions = questionsFor({ locale: 'ja_JP', timeZone: 'Asia/Tokyo', user: 'Taro' })
  for (const question of questions)
    if (question.byDefault) expect(checkAnswer(question, question.byDefault)).toHaveProperty('value')
  expect(questions.filter(({ byDefault }) => !byDefault).map(({ option }) => option)).toEqual(['name'])
})
