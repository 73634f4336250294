import { expect, test } from 'vitest'
import { createPublisherMetrics } from './publisher-metrics'

test('publications, pending files, problems and queues are printed in the format of Prometheus', async () => {
  const metrics = createPublisherMetrics()
  metrics.count({ isPublished: true, seconds: 0.2, files: 3 })
  metrics.count({ isPublished: false, seconds: 2, files: 0 })
  const health = {
    problems: [{}],
    pending: { files: ['a.md', 'b.md'] },
    announcements: { Baidu: { waiting: 7 } },
  }
  const lines = (await metrics.print(health)).split('\n')
  expect(lines).toEqual(
    expect.arrayContaining([
      'lemma_publisher_publications_total{result="succeeded"} 1',
      'lemma_publisher_publications_total{result="failed"} 1',
      'lemma_publisher_publication_seconds_bucket{le="0.25"} 1',
      'lemma_publisher_publication_seconds_count 2',
      'lemma_publisher_files_total 3',
      'lemma_publisher_pending_files 2',
      'lemma_publisher_problems 1',
      'lemma_publisher_announcements_queued{receiver="Baidu"} 7',
    ]),
  )
  expect(await metrics.print({ problems: [] })).toContain('lemma_publisher_pending_files 0\n')
})
