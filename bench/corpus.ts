import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Articles of one series; one article in three belongs to a series. */
const partsOfSeries = 6
const firstDay = Date.UTC(2010, 0, 1)
const lastDay = Date.UTC(2026, 9, 31)

const subjects = ['变分法', '谱分解', '大数定律', '椭圆曲线', '梯度下降', '傅里叶级数', '测地线', '鞅收敛']
const notions = ['收敛半径', '特征值', '条件期望', '协变导数', '生成函数', '熵', '极小值点', '对偶问题']
const openings = [
  '先固定记号，再看最简单的情形',
  '换一个坐标系，式子会短得多',
  '这里的困难不在计算，而在选取合适的量',
  '把两边同时取对数，问题就变成线性的',
  '若把参数看作时间，轨道便有了几何意义',
  '对称性已经决定了答案的大半',
]
const endings = [
  '余下的只是代数运算。',
  '这与前面的估计一致。',
  '请读者验证边界上的情形。',
  '等号成立的条件留到下一节。',
  '由此立即得到所要的不等式。',
]

/** A seeded source of chance (mulberry32). */
function chance(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const upTo = (limit: number) => Math.floor(next() * limit)
  const pick = <T>(items: readonly T[]): T => items[upTo(items.length)] as T
  return { upTo, pick }
}

type Chance = ReturnType<typeof chance>

function inline({ pick, upTo }: Chance): string {
  const v = pick(['x', 'y', 'z', 'u', 't', '\\theta', '\\lambda'])
  const n = upTo(40) + 2
  return pick([
    `$${v}_{${n}}$`,
    `$${v}^{${n}} + ${n} = 0$`,
    `$\\lVert ${v} \\rVert \\le ${n}$`,
    `$f(${v}) = O(${v}^{${n}})$`,
    `$\\mathbb{E}[${v}_{${n}}]$`,
    `$${v} \\in \\mathbb{R}^{${n}}$`,
  ])
}

function display({ pick, upTo }: Chance, label: string): string {
  const v = pick(['x', 'y', 'u', 't', '\\xi'])
  const n = upTo(90) + 2
  return pick([
    `$$\n\\int_0^{\\infty} \\frac{${v}^{${n}} \\,\\mathrm{d}${v}}{e^{${v}} - 1} = \\Gamma(${n + 1})\\,\\zeta(${n + 1}) \\label{${label}}\n$$`,
    `\\begin{equation}\n\\sum_{k=1}^{${n}} \\binom{${n}}{k} ${v}^k = (1 + ${v})^{${n}} - 1 \\label{${label}}\n\\end{equation}`,
    `\\begin{align}\n\\nabla L(${v}) &= \\frac{1}{${n}} \\sum_{i=1}^{${n}} \\nabla \\ell_i(${v}) \\label{${label}} \\\\\n&\\le \\sup_i \\lVert \\nabla \\ell_i(${v}) \\rVert\n\\end{align}`,
    `$$\nA_{${n}} = \\begin{pmatrix} ${v} & ${n} \\\\ -${n} & ${v} \\end{pmatrix}, \\qquad \\det A_{${n}} = ${v}^2 + ${n ** 2} \\label{${label}}\n$$`,
  ])
}

/** One article, the same for the same number: 12 displayed formulas, 25 inline, code, a table and a footnote. */
export function article(number: number, total: number): string {
  const source = chance(number + 1)
  const { pick, upTo } = source
  const day = new Date(firstDay + ((lastDay - firstDay) * number) / total).toISOString().slice(0, 10)
  const series = number % 3 === 0 ? Math.floor(number / (3 * partsOfSeries)) : undefined
  const front = [
    '---',
    `title: ${JSON.stringify(`${pick(subjects)}与${pick(notions)}（${number}）`)}`,
    `date: ${day}`,
    `tags: [${pick(subjects)}, ${pick(notions)}]`,
    `category: ${pick(['数学', '物理', '随笔'])}`,
    ...(series === undefined
      ? []
      : [`series: series-${series}`, `part: ${((number / 3) % partsOfSeries) + 1}`]),
    '---',
  ]
  const sentence = () => `${pick(openings)}，${pick(notions)}由 ${inline(source)} 给出。${pick(endings)}`
  const blocks: string[] = []
  for (let section = 0; section < 4; section++) {
    blocks.push(`## ${pick(subjects)}的第 ${section + 1} 步`)
    for (let part = 0; part < 3; part++) {
      blocks.push(sentence() + sentence(), display(source, `e${section}-${part}`))
    }
    blocks.push(`由 \\eqref{e${section}-${upTo(3)}} 可知结论。`)
  }
  const teaser = sentence()
  const code = `\`\`\`python\ndef step(x, rate=${upTo(90) + 1}e-2):\n    return x - rate * grad(x)\n\`\`\``
  const table = `| $n$ | 误差 |\n| --- | --- |\n| ${upTo(9)} | 0.${upTo(900)} |\n| ${upTo(99)} | 0.0${upTo(900)} |`
  return [
    front.join('\n'),
    teaser,
    '{/* more */}',
    ...blocks,
    code,
    table,
    '附注[^1]。',
    '[^1]: 见前文。',
    '',
  ].join('\n\n')
}

/** Write a corpus in place of the articles and series of a content folder. */
export function writeCorpus(content: string, total: number): void {
  for (const folder of ['posts', 'series', 'pages']) {
    rmSync(join(content, folder), { recursive: true, force: true })
    mkdirSync(join(content, folder))
  }
  for (let number = 0; number < total; number++) {
    writeFileSync(join(content, 'posts', `post-${number}.mdx`), article(number, total))
    if (number % (3 * partsOfSeries) === 0) {
      const series = number / (3 * partsOfSeries)
      writeFileSync(join(content, 'series', `series-${series}.mdx`), `---\ntitle: 系列 ${series}\n---\n`)
    }
  }
}
