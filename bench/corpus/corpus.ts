import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { displayFormulas, drawSymbols, inlineFormulas } from './formulas'
import { programs } from './programs'
import { createRandom, hashNumbers } from './random'
import {
  fields,
  firstHeadings,
  footnotes,
  fourthHeadings,
  leads,
  secondHeadings,
  sentences,
  sentencesWithFormula,
  seriesNames,
  subheadings,
  thirdHeadings,
} from './words'

/** `mdx` for Lemma and Astro, `md` for Eleventy. The articles differ only in the marker at the end of the teaser. */
export type Flavor = keyof typeof teaserMarks

const teaserMarks = { mdx: '{/* more */}', md: '<!-- more -->' }
const seed = 20261123
const day = 86_400_000
const firstDay = Date.UTC(2010, 0, 3)
const lastDay = Date.UTC(2026, 9, 30)
/** Formulas that are short enough for a table cell. */
const cellFormulas = [2, 11, 21, 26, 34, 28, 22]

/** Name of an article by its number, in file names and URLs. */
export function articleName(number: number): string {
  return `post-${String(number).padStart(5, '0')}`
}

/** Numbers of articles spread evenly over a corpus. */
export function spreadOver(posts: number, count: number): number[] {
  const some = Math.min(posts, count)
  return Array.from({ length: some }, (_, index) => Math.floor((index * posts) / some))
}

/** Replace the articles of a folder. */
export function writePosts(folder: string, posts: number, flavor: Flavor): void {
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(folder)) if (name.endsWith(`.${flavor}`)) rmSync(join(folder, name))
  for (let number = 0; number < posts; number++)
    writeFileSync(join(folder, `${articleName(number)}.${flavor}`), writeArticle(number, posts, flavor))
}

/** Replace the posts, series and pages of a content folder by a corpus. */
export function writeCorpus(content: string, posts: number): void {
  for (const folder of ['posts', 'series', 'pages']) {
    rmSync(join(content, folder), { recursive: true, force: true })
    mkdirSync(join(content, folder))
  }
  writePosts(join(content, 'posts'), posts, 'mdx')
  for (const name of seriesNames)
    writeFileSync(join(content, 'series', `${name}.mdx`), `---\ntitle: ${name}\n---\n`)
  writeFileSync(
    join(content, 'pages/about.mdx'),
    '---\ntitle: 关于\n---\n\n一个用来测量的站点，$1 + 1 = 2$。\n',
  )
}

/**
 * One article with front matter: about 10.7 KB of Chinese, 25 inline and 12 displayed formulas, two programs, a table and
 * a footnote. Everything except the date depends only on the number; dates are spread evenly for any number of posts.
 */
export function writeArticle(number: number, posts: number, flavor: Flavor): string {
  const random = createRandom(hashNumbers(seed, number))
  const { next, int, pick, shuffle } = random
  const field = pick(fields)
  const [o0, o1, o2] = shuffle(field.objects) as [string, string, string]
  const [p0, p1] = shuffle(field.properties) as [string, string]
  const [t0, t1] = shuffle(field.theorems) as [string, string]
  const place = findPlace(number)
  const subject = pick([
    `${o0}与${t0}`,
    `从${o0}到${o1}`,
    `关于${o0}的${p0}`,
    `${t0}的一个初等证明`,
    `再谈${o0}`,
    `${o0}为什么重要`,
    `用${t0}理解${o1}`,
  ])
  const title = place
    ? `${place.series}：${place.part}、${subject}`
    : pick([subject, `${subject}：直观与推导`, `浅谈${subject}`, subject])

  const nextInline = drawFrom(shuffle(inlineFormulas))
  const inline = () => `$${nextInline()(drawSymbols(random))}$`
  const nextDisplay = drawFrom(shuffle(displayFormulas))
  let tags = 0
  const display = () => {
    const tex = nextDisplay()(drawSymbols(random))
    const tag = next() < 0.4 ? ` \\tag{${++tags}}` : ''
    return `$$\n${tex}${tag}\n$$`
  }
  const nextWithFormula = drawFrom(shuffle(sentencesWithFormula))
  const nextPlain = drawFrom(shuffle(sentences))
  const replacements: Record<string, () => string> = {
    f: inline,
    o: () => pick([o0, o1, o2]),
    p: () => pick([p0, p1]),
    t: () => pick([t0, t1]),
  }
  const fill = (sentence: string) =>
    sentence
      .replace(/\{([optf])\}/g, (_, kind: string) => replacements[kind]?.() ?? '')
      .replace(/\$(，|。|、|；|：|？)/g, '$$$1')
  const withFormula = () => fill(nextWithFormula())
  const plain = () => fill(nextPlain())
  /** A sentence for each letter: `f` with a formula, `n` without. */
  const paragraph = (pattern: string) =>
    [...pattern].map((letter) => (letter === 'f' ? withFormula() : plain())).join('')
  const nextLead = drawFrom(shuffle(leads))
  const equation = () => `${nextLead()}\n\n${display()}`
  const [h0, h1, h2] = shuffle(subheadings)
  const nextProgram = drawFrom(shuffle(programs))
  const code = () => `\`\`\`python\n${nextProgram()(int(2, 9), int(2, 9))}\n\`\`\``
  const cell = () => `$${inlineFormulas[pick(cellFormulas)]?.(drawSymbols(random))}$`
  const row = (name: string, index: number) => {
    const cells = [index < 3 ? cell() : int(2, 99), index < 3 ? cell() : '无界']
    return `| ${name}情形 | ${cells.join(' | ')} | ${(next() * 10 ** -int(1, 4)).toFixed(5)} |`
  }
  const table = [
    '| 情形 | 参数 | 上界 | 误差 |',
    '| --- | :---: | :---: | ---: |',
    ...['理想', '一般', '退化', '最坏'].map(row),
  ].join('\n')

  const blocks = [
    paragraph('nfnn'),
    teaserMarks[flavor],
    paragraph('nfn'),
    `## ${pick(firstHeadings)}`,
    paragraph('fnfn'),
    equation(),
    `${paragraph('nfn')}[^1]`,
    equation(),
    `### ${h0}`,
    paragraph('fnn'),
    equation(),
    paragraph('nf'),
    equation(),
    `## ${pick(secondHeadings)}`,
    `**定理** ${withFormula()}${plain()}`,
    equation(),
    paragraph('fnn'),
    equation(),
    `### ${h1}`,
    `> ${plain()}${withFormula()}`,
    paragraph('nfn'),
    equation(),
    paragraph('fn'),
    equation(),
    `- ${withFormula()}\n- ${plain()}\n- ${withFormula()}`,
    `## ${pick(thirdHeadings)}`,
    paragraph('nn'),
    code(),
    paragraph('fn'),
    equation(),
    paragraph('n'),
    table,
    `### ${h2}`,
    paragraph('nn'),
    equation(),
    code(),
    paragraph('n'),
    `## ${pick(fourthHeadings)}`,
    paragraph('fnn'),
    equation(),
    paragraph('fn'),
    equation(),
    paragraph('nn'),
    `[^1]: ${pick(footnotes)}`,
  ]
  const span = (lastDay - firstDay) / posts
  const date = new Date(Math.floor((firstDay + span * number + next() * span * 0.9) / day) * day)
  const front = [
    `title: ${JSON.stringify(title)}`,
    `date: ${date.toISOString().slice(0, 10)}`,
    `tags: ${JSON.stringify(shuffle(field.tags).slice(0, int(2, 4)))}`,
    `category: ${JSON.stringify(field.category)}`,
    ...(place ? [`series: ${JSON.stringify(place.series)}`, `part: ${place.part}`] : []),
    `summary: ${JSON.stringify(`本文从${o0}出发，介绍${t0}的主要想法，并讨论它与${p0}之间的联系。`)}`,
  ]
  return `---\n${front.join('\n')}\n---\n\n${blocks.join('\n\n')}\n`
}

/** Of every forty articles, twelve belong to series: three series of four parts. */
function findPlace(number: number): { series: string; part: number } | undefined {
  const block = Math.floor(number / 40)
  const position = number % 40
  if (position % 10 >= 3) return undefined
  const turn = Math.floor(position / 10) * 3 + (position % 10)
  const index = block * 3 + (turn % 3)
  const series = seriesNames[index % seriesNames.length] as string
  return { series, part: Math.floor(index / seriesNames.length) * 4 + Math.floor(turn / 3) + 1 }
}

/** Iterate over items cyclically. */
function drawFrom<T>(items: readonly T[]): () => T {
  let drawn = 0
  return () => items[drawn++ % items.length] as T
}
