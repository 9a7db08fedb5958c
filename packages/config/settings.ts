import { z } from 'zod'

/** One setting: where it is read from, what it means, and its schema with a default that works on loopback. */
export type Setting<Value = unknown> = {
  readonly env: string
  readonly doc: string
  readonly schema: z.ZodType<Value>
  /** Never shown. Of addresses only the credentials are hidden, without this. */
  readonly isSecret?: boolean
}

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most)
const hostPort = /^[^\s:]+:\d{1,5}$/

/** Every setting of the house. A service names those it reads; a `RAFID_…` variable that is not here is an error. */
export const settings = {
  redisUrl: {
    env: 'REDIS_URL',
    doc: 'Redis with maxmemory-policy noeviction and an append-only file.',
    schema: z
      .string()
      .regex(/^rediss?:\/\//, 'must begin with redis:// or rediss://')
      .default('redis://127.0.0.1:6379'),
  },
  prefix: {
    env: 'RAFID_PREFIX',
    doc: 'Begins every key in Redis, so that two installations can share one. Letters and digits.',
    schema: z
      .string()
      .regex(/^[a-z0-9-]{1,32}$/)
      .default('rafid')
      .transform((name) => `{${name}}`),
  },
  dataDir: {
    env: 'RAFID_DATA_DIR',
    doc: 'Folder of the index and of the documents in flight. Local disk, shared by all services of one machine.',
    schema: z.string().min(1).default('.rafid/data'),
  },
  searchUrl: {
    env: 'RAFID_SEARCH_URL',
    doc: 'An OpenSearch cluster that keeps the index, with name and password where it wants them; unset, a file in RAFID_DATA_DIR does.',
    schema: z.url({ protocol: /^https?$/ }).optional(),
  },
  logLevel: {
    env: 'RAFID_LOG_LEVEL',
    doc: 'debug, info, warn or error.',
    schema: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
  },
  host: {
    env: 'RAFID_HOST',
    doc: 'Address that every server binds.',
    schema: z.string().min(1).default('127.0.0.1'),
  },
  port: {
    env: 'RAFID_PORT',
    doc: 'Port of the gateway.',
    schema: whole(0, 65_535).default(3700),
  },
  healthPort: {
    env: 'RAFID_HEALTH_PORT',
    doc: 'Port on which a worker answers /live, /ready and /metrics; 0 takes a free one, shown in the list of workers.',
    schema: whole(0, 65_535).default(0),
  },
  concurrency: {
    env: 'RAFID_CONCURRENCY',
    doc: 'Jobs of one stage at once in one process; unset, each stage has its own default.',
    schema: whole(1, 1_000).optional(),
  },
  depthMax: {
    env: 'RAFID_QUEUE_DEPTH_MAX',
    doc: 'A stage takes no job while a queue it feeds holds more than this many.',
    schema: whole(1, 1_000_000).default(5_000),
  },
  drainDeadlineMs: {
    env: 'RAFID_DRAIN_DEADLINE_MS',
    doc: 'On SIGTERM, jobs in hand may take this long before they go back to their queue.',
    schema: whole(0, 600_000).default(5_000),
  },
  lockMs: {
    env: 'RAFID_LOCK_MS',
    doc: 'A job whose worker has died is taken up again after about this long.',
    schema: whole(1_000, 600_000).default(15_000),
  },
  publicUrl: {
    env: 'RAFID_PUBLIC_URL',
    doc: 'Where the world reaches the gateway. Publishers see it in the User-Agent, WebSub hubs deliver there.',
    schema: z
      .url({ protocol: /^https?$/ })
      .max(150)
      .optional(),
  },
  userAgent: {
    env: 'RAFID_USER_AGENT',
    doc: 'What publishers see of us; unset, our name and RAFID_PUBLIC_URL. Its first word is what robots.txt calls us by.',
    schema: z
      .string()
      .min(1)
      .max(200)
      .regex(/^[\x20-\x7e]+$/, 'must be plain ASCII')
      .optional(),
  },
  proxy: {
    env: 'RAFID_HTTP_PROXY',
    doc: 'Forward proxy for everything that is fetched.',
    schema: z.url({ protocol: /^http$/ }).optional(),
  },
  allow: {
    env: 'RAFID_HTTP_ALLOW',
    doc: 'host:port pairs, separated by commas, that may be fetched although they are private or on an unusual port.',
    schema: z
      .string()
      .default('')
      .transform((list) =>
        list
          .split(',')
          .map((pair) => pair.trim())
          .filter((pair) => pair !== ''),
      )
      .pipe(z.array(z.string().regex(hostPort, 'must be host:port')))
      .transform((pairs) => pairs.map(toHostPort)),
  },
  hostGapMs: {
    env: 'RAFID_HOST_GAP_MS',
    doc: 'Time between two requests to one host.',
    schema: whole(0, 600_000).default(1_000),
  },
  pollMinMs: {
    env: 'RAFID_POLL_MIN_MS',
    doc: 'A feed is never polled more often than this.',
    schema: whole(100, 86_400_000).default(300_000),
  },
  pollMaxMs: {
    env: 'RAFID_POLL_MAX_MS',
    doc: 'A feed is never polled less often than this, unless it fails.',
    schema: whole(100, 30 * 86_400_000).default(6 * 3_600_000),
  },
  extractionOverrides: {
    env: 'RAFID_EXTRACTION_OVERRIDES',
    doc: 'JSON file that says, for a host and its sub-domains, where the text is: {"a.example": {"text": ".story", "drop": [".ad"]}}.',
    schema: z.string().min(1).optional(),
  },
  documentHours: {
    env: 'RAFID_DOCUMENT_HOURS',
    doc: 'Bodies in flight are kept this long; a dead letter older than that cannot be redriven.',
    schema: whole(1, 10_000).default(14 * 24),
  },
  token: {
    env: 'RAFID_TOKEN',
    isSecret: true,
    doc: 'Secret of the operators, 24 characters or more. Wanted wherever others than this machine can reach a service.',
    schema: z
      .string()
      .min(24, 'must have 24 characters or more')
      .max(500)
      .regex(/^\S+$/, 'must have no blanks')
      .optional(),
  },
  openReading: {
    env: 'RAFID_OPEN_READING',
    doc: '1 lets everybody read and search; what changes anything, and the pages of operators, want the token all the same.',
    schema: z
      .enum(['0', '1'])
      .default('0')
      .transform((value) => value === '1'),
  },
  keepDays: {
    env: 'RAFID_KEEP_DAYS',
    doc: 'Articles published longer ago are forgotten; unset, none is.',
    schema: whole(1, 36_500).optional(),
  },
  keepArticles: {
    env: 'RAFID_KEEP_ARTICLES',
    doc: 'The index keeps no more articles than these, the newest; unset, all.',
    schema: whole(1, 1_000_000_000).optional(),
  },
  otlpEndpoint: {
    env: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    doc: 'Where an OpenTelemetry collector takes OTLP over HTTP, as http://collector:4318; unset, no spans are made.',
    schema: z.url({ protocol: /^https?$/ }).optional(),
  },
  traceRatio: {
    env: 'OTEL_TRACES_SAMPLER_ARG',
    doc: 'Share of the traces that are kept, from 0 to 1.',
    schema: z.coerce.number().min(0).max(1).default(1),
  },
  traceDays: {
    env: 'RAFID_TRACE_DAYS',
    doc: 'What became of a day’s new entries can be looked up for so many days after it; 0 follows none. At most 14, as dead letters.',
    schema: whole(0, 14).default(7),
  },
  duplicateHours: {
    env: 'RAFID_DUPLICATE_HOURS',
    doc: 'An article is compared with those of the last so many hours.',
    schema: whole(1, 10_000).default(7 * 24),
  },
} as const satisfies Record<string, Setting>

export type SettingName = keyof typeof settings

/** The values of the named settings. */
export type SettingsOf<Name extends SettingName> = { readonly [Key in Name]: z.infer<(typeof settings)[Key]['schema']> }

function toHostPort(pair: string): { host: string; port: number } {
  const colon = pair.lastIndexOf(':')
  return { host: pair.slice(0, colon).toLowerCase(), port: Number(pair.slice(colon + 1)) }
}
