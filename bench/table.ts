import type { NextResult, SizeResult } from './measurements'
import { median, quantile } from './statistics'

/** One line of the table. */
export interface Row {
  posts: number
  measure: string
  unit: Unit
  ours: number
  theirs?: { name: string; value: number }
  /** Ours by theirs. */
  ratio?: number
  target?: Target
  met?: boolean
}

type Unit = 's' | 'ms' | 'bytes' | 'requests' | 'requests/s' | 'files' | 'shift'

/** A bound, of our number or of the ratio. */
interface Target {
  of: 'ours' | 'ratio'
  limit: number
  isLowest?: true
}

const KB = 1000
const MB = 1000 * KB
const GB = 1000 * MB

/** The size for which memory has targets, and which growth is measured to. */
const large = 10_000
const middle = 1000

export function listRows(sizes: readonly SizeResult[], next: NextResult): Row[] {
  const rows = sizes.flatMap((size) => listRowsOf(size, next))
  const [from, to] = [middle, large].map((posts) => sizes.find((size) => size.posts === posts))
  if (from && to) {
    const [small, big] = [from, to].map(({ lemma }) => median(lemma.cold.map(({ wall }) => wall)))
    const theirs = { name: `at ${middle}`, value: small ?? 0 }
    rows.push(
      createRow(
        large,
        'cold build to first answer, growth',
        's',
        big ?? 0,
        { of: 'ratio', limit: 11 },
        theirs,
      ),
    )
  }
  return rows
}

function listRowsOf({ posts, lemma, rivals }: SizeResult, next: NextResult): Row[] {
  const rows: Row[] = []
  const own = (measure: string, unit: Unit, ours: number, target?: Target) =>
    rows.push(createRow(posts, measure, unit, ours, target))
  const against = (
    name: string,
    measure: string,
    unit: Unit,
    ours: number,
    theirs: number | undefined,
    target?: Target,
  ) =>
    rows.push(
      createRow(
        posts,
        measure,
        unit,
        ours,
        target,
        theirs === undefined ? undefined : { name, value: theirs },
      ),
    )
  const most = (limit: number): Target => ({ of: 'ours', limit })
  const ratio = (limit: number): Target => ({ of: 'ratio', limit })
  const wall = (costs: readonly { wall: number }[] | undefined) =>
    costs && median(costs.map(({ wall }) => wall))
  const memory = (costs: readonly { memory: number }[] | undefined) =>
    costs && Math.max(...costs.map(({ memory }) => memory))
  const eleventy = rivals['Eleventy 3']
  const astro = rivals['Astro 7']
  const cold = wall(lemma.cold) ?? Number.NaN
  const warm = wall(lemma.warm) ?? Number.NaN
  against('Eleventy', 'cold build to first answer', 's', cold, wall(eleventy?.cold), ratio(1.5))
  against('Astro', 'cold build to first answer', 's', cold, wall(astro?.cold), ratio(0.5))
  against('Eleventy', 'warm build, one post changed', 's', warm, wall(eleventy?.rebuild), ratio(1))
  against('Astro', 'warm build, one post changed', 's', warm, wall(astro?.rebuild))
  own(
    'edit on a running server, until fresh, p50',
    'ms',
    median(lemma.edits),
    most(posts < large ? 1000 : 3000),
  )
  own('edit on a running server, until fresh, p95', 'ms', quantile(lemma.edits, 0.95))
  const answers = Object.values(lemma.answers)
  const answered = (measure: string, values: readonly number[]) =>
    own(measure, 'ms', Math.max(...values), posts < large ? most(50) : undefined)
  answered(
    'search, asked the first time, worst kind',
    answers.map(({ first }) => first),
  )
  answered(
    'search, asked again, p95, worst kind',
    answers.map(({ again }) => quantile(again, 0.95)),
  )
  own('search, first answer after edits', 'ms', lemma.answerAfterEdits)
  const content = median(lemma.content.map(({ cpu }) => cpu))
  const limit = median(lemma.limit.map(({ total }) => total))
  against('the limit', 'content compile, CPU time', 's', content, limit, ratio(2))
  const isLarge = posts >= large
  const buildMemory = memory(lemma.cold) ?? Number.NaN
  const buildTarget = isLarge ? most(1.5 * GB) : undefined
  against('Eleventy', 'peak memory, build', 'bytes', buildMemory, memory(eleventy?.cold), buildTarget)
  against('Astro', 'peak memory, build', 'bytes', buildMemory, memory(astro?.cold))
  own('memory, serving', 'bytes', lemma.memory.server, isLarge ? most(400 * MB) : undefined)
  own('memory, the publisher beside it', 'bytes', lemma.memory.publisher)

  const { html, index, navigation } = lemma
  against(
    'Eleventy',
    'article HTML, chrome apart, gzip',
    'bytes',
    html.article,
    eleventy?.html.article,
    ratio(1.15),
  )
  against('Eleventy', 'what stands in <main>, gzip', 'bytes', html.main, eleventy?.html.main)
  against('Eleventy', 'article HTML, whole page, gzip', 'bytes', html.page, eleventy?.html.page)
  against('its teasers', 'index page HTML', 'bytes', index.raw.page, index.raw.teasers, ratio(1.3))
  against('its teasers', 'index page HTML, gzip', 'bytes', index.gzip.page, index.gzip.teasers)
  own('second navigation, beyond the article', 'bytes', navigation.overhead, most(5 * KB))
  own('of that, fonts that are new to the reader', 'bytes', navigation.fonts)

  const visits = Object.entries(lemma.visits)
  const articles = visits.flatMap(([name, values]) => (name.startsWith('article') ? values : []))
  const worst = (values: readonly number[]) => Math.max(...values)
  const script = worst(articles.map((visit) => visit.script))
  own('script beyond an empty Next page, gzip', 'bytes', script - next.emptyScript, most(8 * KB))
  const all = visits.flatMap(([, values]) => values)
  own(
    'prefetched, nothing pointed at',
    'requests',
    worst(all.map((visit) => visit.prefetched.length)),
    most(0),
  )
  own(
    'stylesheets of an article, gzip',
    'bytes',
    worst(articles.map((visit) => visit.stylesheet)),
    most(12 * KB),
  )
  own('fonts that arrive and are not in use', 'files', worst(all.map((visit) => visit.idleFonts)), most(0))
  own('requests to show an article', 'requests', worst(articles.map((visit) => visit.requests)), most(20))
  own('layout shift, worst of all page types', 'shift', worst(all.map((visit) => visit.shift)), most(0))

  const speed = (loads: NextResult['load']) => median(loads.map((load) => load.requestsPerSecond))
  const faster: Target = { of: 'ratio', limit: 3, isLowest: true }
  against('usual Next', 'serving an article', 'requests/s', speed(lemma.load), speed(next.load), faster)
  const slow = (loads: NextResult['load']) => median(loads.map((load) => load.p99))
  against('usual Next', 'serving an article, p99', 'ms', slow(lemma.load), slow(next.load), most(50))
  return rows
}

/** The table as text, columns aligned. */
export function formatTable(rows: readonly Row[]): string {
  const head = ['posts', 'measure', 'Lemma', 'theirs', '', 'ratio', 'target', 'met']
  const isRight = [true, false, true, true, false, true, false, false]
  const lines = rows.map(({ posts, measure, unit, ours, theirs, ratio, target, met }) => [
    String(posts),
    measure,
    formatValue(ours, unit),
    theirs ? formatValue(theirs.value, unit) : '',
    theirs?.name ?? '',
    ratio === undefined ? '' : ratio.toFixed(2),
    target ? formatTarget(target, unit) : '',
    met === undefined ? '' : met ? 'yes' : 'NO',
  ])
  const widths = head.map((_, column) =>
    Math.max(...[head, ...lines].map((line) => line[column]?.length ?? 0)),
  )
  const format = (line: readonly string[]) =>
    line
      .map((cell, column) => {
        const width = widths[column] ?? 0
        return isRight[column] ? cell.padStart(width) : cell.padEnd(width)
      })
      .join('  ')
      .trimEnd()
  return [format(head), widths.map((width) => '─'.repeat(width)).join('  '), ...lines.map(format)].join('\n')
}

function createRow(
  posts: number,
  measure: string,
  unit: Unit,
  ours: number,
  target?: Target,
  theirs?: Row['theirs'],
): Row {
  const ratio = theirs && ours / theirs.value
  const bounded = target?.of === 'ratio' ? ratio : ours
  // Without theirs there is no ratio to judge.
  const met =
    target && bounded !== undefined
      ? target.isLowest
        ? bounded >= target.limit
        : bounded <= target.limit
      : undefined
  return {
    posts,
    measure,
    unit,
    ours,
    ...(theirs && { theirs }),
    ...(ratio !== undefined && { ratio }),
    ...(target && { target }),
    ...(met !== undefined && { met }),
  }
}

function formatTarget({ of, limit, isLowest }: Target, unit: Unit): string {
  const bound = of === 'ratio' ? `× ${limit}` : formatValue(limit, unit)
  return `${isLowest ? '≥' : '≤'} ${bound}`
}

function formatValue(value: number, unit: Unit): string {
  if (unit === 'bytes') return formatBytes(value)
  if (unit === 's') return `${value.toFixed(1)} s`
  if (unit === 'ms') return `${Math.round(value)} ms`
  if (unit === 'shift') return value === 0 ? '0' : value.toFixed(4)
  return `${Math.round(value)}${unit === 'requests/s' ? '/s' : ''}`
}

function formatBytes(bytes: number): string {
  if (bytes >= GB) return `${(bytes / GB).toFixed(2)} GB`
  if (bytes >= MB) return `${Math.round(bytes / MB)} MB`
  return `${(bytes / KB).toFixed(1)} KB`
}
