/** A font file, imported as its URL. */
declare module '*.woff2' {
  const url: string
  export default url
}
