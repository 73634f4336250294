import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bibliographySeeds, fieldSeeds, textSeeds } from './seeds'

/** The material of inputs. */
export interface Pieces {
  /** Paragraphs, formulas, lists: texts between blank lines. */
  texts: readonly string[]
  /** Lines of front matter. */
  fields: readonly string[]
  bibliographies: readonly string[]
}

/** The articles that are split into pieces: those of the tests, so that a seed gives the same inputs in every repository. */
export const contentOfPieces = 'e2e/sites/sample/content'

/** Maximum length of a text: longer ones would make inputs slow. */
const maxLength = 800

/** Split the content of a site into pieces, and add our seeds so often that they are half of all. */
export function readPieces(folder: string): Pieces {
  const texts: string[] = []
  const fields: string[] = []
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!/\.(mdx?|yml)$/.test(name)) continue
    const text = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
    const [, yaml = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? []
    fields.push(...yaml.split(/\n(?=\S)/).filter(Boolean))
    texts.push(...body.split(/\n{2,}/).filter((piece) => piece.trim() !== '' && piece.length <= maxLength))
  }
  const times = Math.ceil(texts.length / textSeeds.length)
  return {
    texts: [...texts, ...Array.from({ length: times }, () => textSeeds).flat()],
    fields: [...fields, ...fieldSeeds],
    bibliographies: bibliographySeeds,
  }
}
