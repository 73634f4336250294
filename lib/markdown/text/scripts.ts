/**
 * The letters of scripts without spaces between words, for a character class with flag `u`: Han characters, kana (with the
 * mark of long vowels, which Unicode counts to no script) and bopomofo.
 */
export const spacelessLetters =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー\\p{Script=Bopomofo}'
