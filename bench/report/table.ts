import type { NextResult, SizeResult } from '../measure/measurements'
import { median, quantile } from './statistics'

/** One row of the table. */
export interface Row {
  posts: number
  measure: string
  unit: Unit
  ours: number
  theirs?: { name: string; value: number }
  /** Our value divided by theirs. */
  ratio?: number
  target?: Target
  met?: boolean
}

type Unit = 's' | 'ms' | 'bytes' | 'requests' | 'requests/s' | 'files' | 'shift'

/** A limit for our value or for the ratio. */
interface Target {
  of: 'ours' | 'ratio'
  limit: number
  isLowest?: true
}

const KB = 1000
const MB = 1000 * KB
const GB = 1000 * MB

/** The size with targets for memory, and the upper size for growth. */
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
        'cold build to first response, growth',
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
  const add = (measure: string, unit: Unit, ours: number, target?: Target) =>
    rows.push(createRow(posts, measure, unit, ours, target))
  const compare = (
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
  compare('Eleventy', 'cold build to first response', 's', cold, wall(eleventy?.cold), ratio(1.5))
  compare('Astro', 'cold build to first response', 's', cold, wall(astro?.cold), ratio(0.5))
  compare('Eleventy', 'warm build, one post changed', 's', warm, wall(eleventy?.rebuild), ratio(1))
  compare('Astro', 'warm build, one post changed', 's', warm, wall(astro?.rebuild))
  add(
    'edit on a running server, until fresh, p50',
    'ms',
    median(lemma.edits),
    most(posts < large ? 1000 : 3000),
  )
  add('edit on a running server, until fresh, p95', 'ms', quantile(lemma.edits, 0.95))
  const answers = Object.values(lemma.answers)
  const answered = (measure: string, values: readonly number[]) =>
    add(measure, 'ms', Math.max(...values), posts < large ? most(50) : undefined)
  answered(
    'search, first request of a kind, worst kind',
    answers.map(({ first }) => first),
  )
  answered(
    'search, later requests, p95, worst kind',
    answers.map(({ again }) => quantile(again, 0.95)),
  )
  add('search, first response after edits', 'ms', lemma.answerAfterEdits)
  const content = median(lemma.content.map(({ cpu }) => cpu))
  const limit = median(lemma.limit.map(({ total }) => total))
  compare('the limit', 'content compile, CPU time', 's', content, limit, ratio(2))
  const isLarge = posts >= large
  const buildMemory = memory(lemma.cold) ?? Number.NaN
  const buildTarget = isLarge ? most(1.5 * GB) : undefined
  compare('Eleventy', 'peak memory, build', 'bytes', buildMemory, memory(eleventy?.cold), buildTarget)
  compare('Astro', 'peak memory, build', 'bytes', buildMemory, memory(astro?.cold))
  add('memory, serving', 'bytes', lemma.memory.server, isLarge ? most(400 * MB) : undefined)
  add('memory, the publisher', 'bytes', lemma.memory.publisher)

  const { html, index, navigation } = lemma
  compare(
    'Eleventy',
    'article HTML, without page chrome, gzip',
    'bytes',
    html.article,
    eleventy?.html.article,
    ratio(1.15),
  )
  compare('Eleventy', 'content of <main>, gzip', 'bytes', html.main, eleventy?.html.main)
  compare('Eleventy', 'article HTML, whole page, gzip', 'bytes', html.page, eleventy?.html.page)
  compare('its teasers', 'index page HTML', 'bytes', index.raw.page, index.raw.teasers, ratio(1.3))
  compare('its teasers', 'index page HTML, gzip', 'bytes', index.gzip.page, index.gzip.teasers)
  compare(
    'its document',
    'second article, warm cache, without fonts',
    'bytes',
    navigation.total - navigation.fonts,
    navigation.document,
    ratio(1.1),
  )
  add('fonts that the second article is the first to use', 'bytes', navigation.fonts)

  const visits = Object.entries(lemma.visits)
  const articles = visits.flatMap(([name, values]) => (name.startsWith('article') ? values : []))
  const worst = (values: readonly number[]) => Math.max(...values)
  const script = worst(articles.map((visit) => visit.script))
  compare(
    'an empty Next page',
    'script of an article, gzip',
    'bytes',
    script,
    next.emptyScript,
    most(10 * KB),
  )
  const all = visits.flatMap(([, values]) => values)
  add(
    'prefetched, nothing pointed at',
    'requests',
    worst(all.map((visit) => visit.prefetched.length)),
    most(0),
  )
  add(
    'stylesheets of an article, gzip',
    'bytes',
    worst(articles.map((visit) => visit.stylesheet)),
    most(12 * KB),
  )
  add('fonts that arrive and are not in use', 'files', worst(all.map((visit) => visit.idleFonts)), most(0))
  add('requests to show an article', 'requests', worst(articles.map((visit) => visit.requests)), most(15))
  add('layout shift, worst of all page types', 'shift', worst(all.map((visit) => visit.shift)), most(0))

  const speed = (loads: NextResult['load']) => median(loads.map((load) => load.requestsPerSecond))
  const faster: Target = { of: 'ratio', limit: 3, isLowest: true }
  compare('usual Next', 'serving an article', 'requests/s', speed(lemma.load), speed(next.load), faster)
  const slow = (loads: NextResult['load']) => median(loads.map((load) => load.p99))
  compare('usual Next', 'serving an article, p99', 'ms', slow(lemma.load), slow(next.load), most(50))
  return rows
}

/** Format the table as text with aligned columns. */
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
  // Without their value there is no ratio to compare.
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
