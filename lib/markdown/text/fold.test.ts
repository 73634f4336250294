import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from './fold'

test('folding removes case, width and accents', () => {
  expect(fold('Poincaré ＡＢ１　L’Hôpital')).toBe("poincare ab1 l'hopital")
})

test('folding makes traditional Chinese simplified', () => {
  expect(fold('變分法與隨機過程')).toBe('变分法与随机过程')
  expect(fold('变分法与随机过程')).toBe('变分法与随机过程')
})

test('folding keeps the length of the text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(text).length === text.length))
  expect(fold('臺灣𠮷乾隆')).toHaveLength('臺灣𠮷乾隆'.length)
  expect(fold('İstanbul')).toHaveLength('İstanbul'.length)
})
