/** The package has types for its converters only. */
declare module 'opencc-js/dict/TSCharacters' {
  /** Traditional characters with their simplified ones, the most common first: `乾 干 乾|亁 乾`. */
  const characters: string
  export default characters
}
