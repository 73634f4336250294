import { Counter, Gauge, Histogram, Registry } from 'prom-client'

/** The end of a publication. */
export interface PublicationOutcome {
  isPublished: boolean
  seconds: number
  /** How many files were published. */
  files: number
}

/** What the metrics contain of the publisher's health (`PublishingService.health`). */
interface Health {
  problems: readonly unknown[]
  pending?: { files: readonly string[] }
  announcements?: Readonly<Record<string, { waiting: number }>>
}

/** What the publisher measures. The server reads it and adds it to its own metrics. */
export interface PublisherMetrics {
  count(outcome: PublicationOutcome): void
  /** In the text format of Prometheus. */
  print(health: Health): Promise<string>
}

/** Create the metrics of a publisher. All names start with `lemma_publisher_`: the server has metrics of its own process. */
export function createPublisherMetrics(): PublisherMetrics {
  const registry = new Registry()
  const registers = [registry]
  const gauge = (name: string, help: string) =>
    new Gauge({ name: `lemma_publisher_${name}`, help, registers })
  const publications = new Counter({
    name: 'lemma_publisher_publications_total',
    help: 'Publications, by result: succeeded or failed.',
    labelNames: ['result'] as const,
    registers,
  })
  const durations = new Histogram({
    name: 'lemma_publisher_publication_seconds',
    help: 'Time to compile and publish what changed.',
    buckets: [0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60],
    registers,
  })
  const files = new Counter({
    name: 'lemma_publisher_files_total',
    help: 'Changed files that were published.',
    registers,
  })
  const queued = new Gauge({
    name: 'lemma_publisher_announcements_queued',
    help: 'URLs that wait to be announced, by receiver.',
    labelNames: ['receiver'] as const,
    registers,
  })
  const pending = gauge('pending_files', 'Changed files that are not published yet, at most 100.')
  const problems = gauge('problems', 'Errors in files of the site.')
  const memory = gauge('resident_memory_bytes', 'Resident memory of the publisher.')
  const started = gauge('start_time_seconds', 'When the publisher started; each change of it is a restart.')
  started.set(Math.round(Date.now() / 1000 - process.uptime()))
  return {
    count({ isPublished, seconds, files: number }) {
      publications.inc({ result: isPublished ? 'succeeded' : 'failed' })
      durations.observe(seconds)
      files.inc(number)
    },
    print(health) {
      pending.set(health.pending?.files.length ?? 0)
      problems.set(health.problems.length)
      memory.set(process.memoryUsage.rss())
      for (const [receiver, { waiting }] of Object.entries(health.announcements ?? {}))
        queued.set({ receiver }, waiting)
      return registry.metrics()
    },
  }
}
