/** A font file: its address on this site. */
declare module '*.woff2' {
  const url: string
  export default url
}
