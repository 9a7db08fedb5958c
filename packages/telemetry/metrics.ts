import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

/** The metrics every process of the pipeline has. Labels come from closed sets only. */
export type Metrics = {
  readonly registry: Registry
  /** Jobs settled, by stage and outcome; an error's outcome is its class (`retry`, `dead`, `deferred`, `returned`). */
  readonly jobs: Counter<'stage' | 'outcome'>
  readonly jobSeconds: Histogram<'stage'>
  readonly jobWaitSeconds: Histogram<'stage'>
  /** From the poll that found an article to its being searchable. */
  readonly articleSeconds: Histogram
  /** From the publication of a new article to its being searchable. */
  readonly publishedSeconds: Histogram
  readonly stageHeld: Gauge<'stage'>
  /** Sites whose pages are read otherwise than they used to be, by what has changed. */
  readonly extractionDrifts: Counter<'change'>
  /** Feeds that fell silent against their rhythm. */
  readonly feedSilences: Counter
  /** Times that our own network was to blame for failing polls. */
  readonly fleetOutages: Counter
}

/** Creates a registry of its own, so that two services in one test do not meet. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'rafid_' })
  const registers = [registry]
  const buckets = [0.001, 0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]
  return {
    registry,
    jobs: new Counter({ name: 'rafid_jobs_total', help: 'Jobs settled', labelNames: ['stage', 'outcome'], registers }),
    jobSeconds: new Histogram({
      name: 'rafid_job_duration_seconds',
      help: 'Time a stage worked on a job',
      labelNames: ['stage'],
      buckets,
      registers,
    }),
    jobWaitSeconds: new Histogram({
      name: 'rafid_job_wait_seconds',
      help: 'Time from queueing a job to its start',
      labelNames: ['stage'],
      buckets: [...buckets, 300, 1800, 7200],
      registers,
    }),
    articleSeconds: new Histogram({
      name: 'rafid_article_latency_seconds',
      help: 'Time from the poll that found an article to its being searchable',
      buckets: [...buckets, 120, 300, 900, 3600],
      registers,
    }),
    publishedSeconds: new Histogram({
      name: 'rafid_article_searchable_seconds',
      help: 'Time from the publication of a new article to its being searchable',
      buckets: [1, 5, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21_600],
      registers,
    }),
    stageHeld: new Gauge({
      name: 'rafid_stage_held',
      help: '1 while a stage waits because a queue after it is too deep',
      labelNames: ['stage'],
      registers,
    }),
    extractionDrifts: new Counter({
      name: 'rafid_extraction_drifts_total',
      help: 'Sites whose pages came to be read otherwise than they used to be',
      labelNames: ['change'],
      registers,
    }),
    feedSilences: new Counter({
      name: 'rafid_feed_silences_total',
      help: 'Feeds that came to bring nothing although their rhythm would have it',
      registers,
    }),
    fleetOutages: new Counter({
      name: 'rafid_fleet_outages_total',
      help: 'Times that polls failed everywhere, for which our own network is to blame',
      registers,
    }),
  }
}
