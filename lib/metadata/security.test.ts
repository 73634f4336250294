import { expect, test } from 'vitest'
import { printSecurity } from './security'

const config = { url: 'https://lemma.example', language: 'zh-CN' } as const

test('whom to tell is good for half a year from whenever it is asked for', () => {
  const text = printSecurity(
    { ...config, securityContact: 'mailto:a@lemma.example' },
    Date.parse('2026-11-26T15:00:00Z'),
  )
  expect(text).toBe(
    [
      'Contact: mailto:a@lemma.example',
      'Expires: 2027-05-25T00:00:00.000Z',
      'Preferred-Languages: zh-CN, en',
      'Canonical: https://lemma.example/.well-known/security.txt',
      '',
    ].join('\n'),
  )
})

test('where nobody is to be told there is no file', () => {
  expect(printSecurity(config)).toBeUndefined()
})
