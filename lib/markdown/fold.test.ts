import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from './fold'

test('case, width and accents do not matter', () => {
  expect(fold('Poincaré ＡＢ１　L’Hôpital')).toBe("poincare ab1 l'hopital")
})

test('a place in folded text is the same place in the text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(text).length === text.length))
  expect(fold('İstanbul')).toHaveLength('İstanbul'.length)
})
