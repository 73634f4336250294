import { createRandom, hashNumbers, type Random } from '../../bench/corpus/random'
import type { Pieces } from './pieces'
import { tokens } from './seeds'

/** A file to compile. */
export interface Input {
  extension: 'md' | 'mdx' | 'yml' | 'bib'
  content: string
}

/** Maximum lengths: most inputs should take a few milliseconds. */
const maxLength = 2_000
const maxBombLength = 30_000

const minimal = 'title: x\ndate: 2020-01-01'

/** Generate an input from a seed and a number. The same arguments result in the same input on every machine. */
export function generateInput(seed: number, index: number, pieces: Pieces): Input {
  const random = createRandom(hashNumbers(seed, index))
  const kind = random.next()
  const extension = random.next() < 0.5 ? 'md' : 'mdx'
  if (kind < 0.04)
    return { extension: 'bib', content: mutate(some(pieces.bibliographies, random), pieces, random) }
  if (kind < 0.07) return { extension: 'yml', content: fields(pieces, random) }
  if (kind < 0.17)
    return { extension, content: `---\n${fields(pieces, random)}\n---\n\n${random.pick(pieces.texts)}\n` }
  return { extension, content: `---\n${minimal}\n---\n\n${body(pieces, random)}\n` }
}

function body(pieces: Pieces, random: Random): string {
  const kind = random.next()
  if (kind < 0.06) return bomb(random).slice(0, maxBombLength)
  if (kind < 0.3) return soup(random).slice(0, maxLength)
  return mutate(some(pieces.texts, random), pieces, random).slice(0, maxLength)
}

function fields(pieces: Pieces, random: Random): string {
  const own = random.next() < 0.7 ? `${minimal}\n` : ''
  const lines = Array.from({ length: random.int(1, 3) }, () => random.pick(pieces.fields)).join('\n')
  return own + (random.next() < 0.6 ? mutate(lines, pieces, random) : lines)
}

/** Join a few pieces. */
function some(pieces: readonly string[], random: Random): string {
  const between = random.pick(['\n\n', '\n\n', '\n', '', ' '])
  return Array.from({ length: random.int(1, 2) }, () => random.pick(pieces)).join(between)
}

/** Join tokens in a random order. */
function soup(random: Random): string {
  // With few different tokens, each combination is more frequent.
  const chosen = Array.from({ length: random.int(2, 14) }, () => random.pick(tokens))
  return Array.from({ length: random.int(3, 80) }, () => random.pick(chosen)).join('')
}

/** Repeat or nest the same tokens many times. */
function bomb(random: Random): string {
  const unit = () => Array.from({ length: random.int(1, 3) }, () => random.pick(tokens)).join('')
  const times = Math.round(10 ** (random.next() * 3.5))
  const [open, inner, close] = [unit(), unit(), unit()]
  const wrap = random.pick([
    (text: string) => text,
    (text: string) => `$${text}$`,
    (text: string) => `$$\n${text}\n$$`,
  ])
  return wrap(random.next() < 0.5 ? open.repeat(times) : open.repeat(times) + inner + close.repeat(times))
}

function mutate(text: string, pieces: Pieces, random: Random): string {
  let mutated = text
  for (let left = random.int(0, 5); left > 0; left--)
    mutated = random.pick(mutations)(mutated, random, pieces).slice(0, maxBombLength)
  return mutated
}

type Mutation = (text: string, random: Random, pieces: Pieces) => string

const mutations: readonly Mutation[] = [
  // Delete
  (text, random) => {
    const [start, end] = range(text, random)
    return text.slice(0, start) + text.slice(end)
  },
  // Duplicate
  (text, random) => {
    const [start, end] = range(text, random)
    return text.slice(0, end) + text.slice(start)
  },
  // Repeat many times
  (text, random) => {
    const [start, end] = range(text, random)
    const times = Math.round(10 ** (random.next() * 2))
    return text.slice(0, start) + text.slice(start, Math.min(end, start + 20)).repeat(times) + text.slice(end)
  },
  // Splice in another piece
  (text, random, { texts }) => insert(text, random.pick(texts), random),
  // Cross over
  (text, random, { texts }) => {
    const other = random.pick(texts)
    return text.slice(0, random.int(0, text.length)) + other.slice(random.int(0, other.length))
  },
  // Insert tokens
  (text, random) => insert(text, random.pick(tokens), random),
  (text, random) => insert(insert(text, random.pick(tokens), random), random.pick(tokens), random),
  // Swap two words
  (text, random) => {
    const words = text.split(/(\s+|\b)/)
    const [a, b] = [random.int(0, words.length - 1), random.int(0, words.length - 1)]
    ;[words[a], words[b]] = [words[b] ?? '', words[a] ?? '']
    return words.join('')
  },
  // Nest: in a quote, a list, a statement, an element
  (text, random) => {
    const prefix = random.pick(['> ', '- ', '    ', '  ', '1. '])
    return text.replace(/^/gm, prefix)
  },
  (text, random) => {
    const [open, close] = random.pick([
      [':::theorem\n', '\n:::'],
      ['<div>\n\n', '\n\n</div>'],
      ['$', '$'],
      ['$$\n', '\n$$'],
      ['**', '**'],
      ['[', '](b)'],
      ['\n|a|\n|-|\n|', '|'],
      ['<LogisticMap>', '</LogisticMap>'],
      ['[^a]\n\n[^a]: ', ''],
      ['```js\n', '\n```'],
    ] as const)
    return open + text + close
  },
  // Join lines
  (text, random) => text.replaceAll('\n', random.pick(['', ' ', '\r', '\r\n'])),
  // Cut off
  (text, random) => text.slice(0, random.int(0, text.length)),
]

function insert(text: string, piece: string, random: Random): string {
  const at = random.int(0, text.length)
  return text.slice(0, at) + piece + text.slice(at)
}

function range(text: string, random: Random): [number, number] {
  const start = random.int(0, text.length)
  return [start, Math.min(text.length, start + random.int(0, 30))]
}
