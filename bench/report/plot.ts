import type { SizeResult } from '../measure/measurements'
import { median } from './statistics'

interface Bar {
  system: string
  kind: 'cold' | 'again'
  /** Seconds. */
  value: number
}

const width = 760
const left = 170
const right = 70
const barHeight = 14
const barGap = 3
const systemGap = 10
const sizeGap = 34
const top = 104

/** Draw the seconds of cold and warm builds for all systems and sizes, on logarithmic scales, as an SVG document. */
export function drawPlot(sizes: readonly SizeResult[], date: string): string {
  const bars = sizes.map((size) => ({ posts: size.posts, systems: listBars(size) }))
  const values = bars.flatMap(({ systems }) => systems.flat().map(({ value }) => value))
  const [low, high] = [
    Math.floor(Math.log10(Math.min(...values))),
    Math.ceil(Math.log10(Math.max(...values))),
  ]
  const x = (seconds: number) =>
    left + ((Math.log10(seconds) - low) / Math.max(1, high - low)) * (width - left - right)

  const marks: string[] = []
  let y = top
  for (const { posts, systems } of bars) {
    marks.push(`<text class="size" x="16" y="${y}">${posts.toLocaleString('en')} posts</text>`)
    y += 12
    for (const system of systems) {
      const middle = y + (system.length * (barHeight + barGap) - barGap) / 2
      marks.push(text(left - 10, middle, 'end', system[0]?.system ?? ''))
      for (const { system: name, kind, value } of system) {
        const own = name === 'Lemma' ? ' own' : ''
        marks.push(
          `<rect class="${kind}${own}" x="${left}" y="${y}" width="${(x(value) - left).toFixed(1)}" height="${barHeight}" rx="2"/>`,
          text(x(value) + 6, y + barHeight / 2, 'start', `${formatSeconds(value)} s`, 'value'),
        )
        y += barHeight + barGap
      }
      y += systemGap
    }
    y += sizeGap - systemGap
  }
  const bottom = y - sizeGap + systemGap
  const powers = Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index))
  const grid = powers.flatMap((seconds) => {
    const at = x(seconds).toFixed(1)
    return [
      `<line x1="${at}" y1="${top}" x2="${at}" y2="${bottom}"/>`,
      text(x(seconds), bottom + 14, 'middle', `${seconds} s`, 'value'),
    ]
  })
  const height = bottom + 36
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title">
<title id="title">Seconds to build, by system and number of posts</title>
<style>${style}</style>
<rect class="paper" width="${width}" height="${height}"/>
<text class="title" x="16" y="30">From content to a site, seconds</text>
<text class="value" x="16" y="50">${date}, logarithmic scale. Lemma: to the first answer of its server; the others: their build.</text>
<rect class="cold own" x="16" y="61" width="12" height="12" rx="2"/>${text(34, 67, 'start', 'from nothing', 'value')}
<rect class="again own" x="130" y="61" width="12" height="12" rx="2"/>${text(148, 67, 'start', 'again, one post changed', 'value')}
${[...grid, ...marks].join('\n')}
</svg>
`
}

function listBars({ lemma, rivals }: SizeResult): Bar[][] {
  const systems = { Lemma: { cold: lemma.cold, rebuild: lemma.warm }, ...rivals }
  return Object.entries(systems).map(([system, { cold, rebuild }]) => [
    { system, kind: 'cold', value: median(cold.map(({ wall }) => wall)) },
    { system, kind: 'again', value: median(rebuild.map(({ wall }) => wall)) },
  ])
}

function text(
  x: number,
  y: number,
  anchor: 'start' | 'middle' | 'end',
  content: string,
  name = 'label',
): string {
  const place = `x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}"`
  return `<text class="${name}" ${place} dominant-baseline="central">${content}</text>`
}

function formatSeconds(value: number): string {
  return value < 100 ? value.toFixed(1) : value.toFixed(0)
}

const style = `
text { font-family: system-ui, sans-serif; fill: #1f2328; font-size: 13px }
.title { font-size: 16px; font-weight: 600 }
.size { font-weight: 600 }
.value { font-size: 12px; fill: #59636e }
.paper { fill: #fff }
line { stroke: #d8dee4 }
.cold { fill: #6e7781 }
.again { fill: #b4bbc3 }
.cold.own { fill: #a8402f }
.again.own { fill: #dc9c8f }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 }
  .value { fill: #9198a1 }
  .paper { fill: #0d1117 }
  line { stroke: #2a313a }
  .cold { fill: #8b949e }
  .again { fill: #4d555f }
  .cold.own { fill: #e0715d }
  .again.own { fill: #8a4438 }
}
`
