import { expect, test } from 'vitest'
import { printSecurity } from './security'

const config = { url: 'https://lemma.example', language: 'zh-CN' } as const

test('security.txt expires half a year after the request', () => {
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

test('there is no security.txt without a contact', () => {
  expect(printSecurity(config)).toBeUndefined()
})
