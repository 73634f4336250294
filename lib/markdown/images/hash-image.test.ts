import { expect, test } from 'vitest'
import { hash } from '../../store/store'
import { hashImage } from './hash-image'

test('a file keeps the hash that earlier versions published it with, also if it is hashed in pieces', () => {
  const data = Buffer.from(Array.from({ length: 500_000 }, (_, index) => index % 251))
  for (const part of [data, data.subarray(0, 100), Buffer.alloc(0)])
    expect(hashImage(part)).toBe(hash(part.toString('base64')).slice(0, 12))
})
