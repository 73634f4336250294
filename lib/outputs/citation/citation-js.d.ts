/** citation-js has no types. These cover the functions that are used here. */
declare module '@citation-js/core' {
  import type { ArticleItem } from './csl'

  export const plugins: {
    output: { format(name: 'biblatex' | 'ris', items: readonly ArticleItem[]): string }
    config: {
      get(name: '@bibtex'): { format: { asciiOnly: boolean; useIdAsLabel: boolean; checkLabel: boolean } }
    }
    input: { chain(text: string, options: { generateGraph: boolean }): Partial<ArticleItem>[] }
  }
}

declare module '@citation-js/plugin-bibtex'
declare module '@citation-js/plugin-ris'
