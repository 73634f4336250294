/**
 * Marks stand in TeX for what is known only later: an equation's number, a reference's. KaTeX carries them through
 * as text and as addresses of `\href`, so one typeset formula serves whatever its numbers become.
 * Two noncharacters each, which no author's text holds (Unicode, chapter 23.7).
 */
export function mark(index: number): string {
  return String.fromCharCode(0xfdd0 + (index >> 4)) + String.fromCharCode(0xfde0 + (index & 15))
}

/** At most so many in one formula. */
export const markLimit = 256

const marks = /([\uFDD0-\uFDDF])([\uFDE0-\uFDEF])/g

export function holdsMark(text: string): boolean {
  return /[\uFDD0-\uFDDF]/.test(text)
}

/** Replace every mark by what it stands for. */
export function fillMarks(text: string, value: (index: number) => string): string {
  return text.replace(marks, (_, high: string, low: string) =>
    value(((high.charCodeAt(0) - 0xfdd0) << 4) | (low.charCodeAt(0) - 0xfde0)),
  )
}
