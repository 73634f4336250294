import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { PageStatistics } from '../../cache/page-store'
import type { ResponseLookup } from '../replay-responses'
import { createKindOf } from './request-kind'

/** Seconds: a kept response takes less than a millisecond, a page that is rendered up to some seconds. */
const buckets = [0.001, 0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** What the server measures of itself. */
export interface ServerMetrics {
  registry: Registry
  /** Count a request when its response begins. */
  countRequest(url: string, status: number, milliseconds: number): void
  /** Count a lookup in the cache of compressed responses. */
  countLookup(lookup: ResponseLookup): void
}

/**
 * Create the metrics of a server: of its requests, its caches, and its process (prom-client's default metrics).
 *
 * @param pages the state of the page cache
 */
export function createServerMetrics(pages: () => PageStatistics): ServerMetrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  measurePages(registry, pages)
  const registers = [registry]
  const kindOf = createKindOf()
  const requests = new Counter({
    name: 'lemma_http_requests_total',
    help: 'Responses, by kind of URL and class of status.',
    labelNames: ['kind', 'status'] as const,
    registers,
  })
  const durations = new Histogram({
    name: 'lemma_http_response_seconds',
    help: 'Time until a response begins, by kind of URL.',
    labelNames: ['kind'] as const,
    buckets,
    registers,
  })
  const lookups = new Counter({
    name: 'lemma_response_cache_lookups_total',
    help: 'Lookups in the cache of compressed responses.',
    labelNames: ['result'] as const,
    registers,
  })
  const size = new Gauge({
    name: 'lemma_response_cache_bytes',
    help: 'Bytes of the compressed responses that are kept, at the last lookup.',
    registers,
  })
  return {
    registry,
    countRequest(url, status, milliseconds) {
      const kind = kindOf(url)
      requests.inc({ kind, status: `${Math.floor(status / 100)}xx` })
      durations.observe({ kind }, milliseconds / 1000)
    },
    countLookup({ isHit, bytes }) {
      lookups.inc({ result: isHit ? 'hit' : 'miss' })
      size.set(bytes)
    },
  }
}

/** Read the state of the page cache whenever the metrics are read. */
function measurePages(registry: Registry, pages: () => PageStatistics): void {
  const registers = [registry]
  new Counter({
    name: 'lemma_page_cache_reads_total',
    help: 'Reads of rendered pages: found in memory, found on the disk, or not found.',
    labelNames: ['result'] as const,
    registers,
    collect() {
      const { memory, disk, none } = pages()
      this.reset()
      for (const [result, value] of Object.entries({ memory, disk, none })) this.inc({ result }, value)
    },
  })
  new Gauge({
    name: 'lemma_page_cache_bytes',
    help: 'Bytes of the rendered pages in memory.',
    registers,
    collect() {
      this.set(pages().bytes)
    },
  })
}
