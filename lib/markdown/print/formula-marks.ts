/**
 * A mark is a placeholder in TeX for a number or a reference. KaTeX passes it through as text and as the address of
 * `\href`, so one typeset formula can be reused whatever its numbers become.
 *
 * A mark is two noncharacters, which valid text does not contain (Unicode, section 23.7).
 */
export function writeMark(index: number): string {
  return String.fromCharCode(0xfdd0 + (index >> 4)) + String.fromCharCode(0xfde0 + (index & 15))
}

/** The number of different marks, and so the maximum in one formula. */
export const markLimit = 256

const marks = /([\uFDD0-\uFDDF])([\uFDE0-\uFDEF])/g

export function hasMark(text: string): boolean {
  return /[\uFDD0-\uFDDF]/.test(text)
}

/** Replace every mark by its value. */
export function fillMarks(text: string, value: (index: number) => string): string {
  return text.replace(marks, (_, high: string, low: string) =>
    value(((high.charCodeAt(0) - 0xfdd0) << 4) | (low.charCodeAt(0) - 0xfde0)),
  )
}
