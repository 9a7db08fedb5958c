import type { Trouble } from '@rafid/operations'
import type { Watched } from '@rafid/pipeline'
import { durationInWords } from '../duration.ts'
import type { Finding } from './finding.ts'

/** What a trouble is told from: its stage or process, how bad it is, and how many jobs it is about. */
type Told = { readonly about: string; readonly lasted: string; readonly share: string; readonly jobs: number }

type Words = { readonly is: (told: Told) => string; readonly fix: (told: Told) => string }

const start = 'start a process of its service (rafid scale, docker-compose up --scale, systemctl start)'

const words: Readonly<Record<Trouble['code'], Words>> = {
  'stage.no_workers': {
    is: ({ about, lasted, jobs }) => `${jobs} jobs of ${about} have nobody who works at them, the oldest for ${lasted}`,
    fix: () => start,
  },
  'stage.paused': {
    is: ({ about, lasted, jobs }) => `the stage ${about} is paused; ${jobs} jobs wait, the oldest for ${lasted}`,
    fix: ({ about }) => `rafid queues resume ${about}, unless it is paused for a reason (rafid audit says since when)`,
  },
  'stage.hung': {
    is: ({ about, lasted }) => `jobs of ${about} are in hand and none of them ends, the oldest for ${lasted}`,
    fix: () => 'restart its workers; if it comes back, look for the oldest job in their log',
  },
  'stage.worker_lost': {
    is: ({ about, jobs }) => `${jobs} jobs of ${about} were taken by a worker that no longer answers`,
    fix: () => `${start}; the jobs come back to it by themselves`,
  },
  'stage.delayed_stuck': {
    is: ({ about, lasted }) => `delayed jobs of ${about} are overdue by ${lasted}`,
    fix: () => `${start}: workers move delayed jobs when they are due`,
  },
  'stage.failing': {
    is: ({ about, share }) => `${share} of what ${about} tries fails`,
    fix: ({ about }) => `rafid dead list ${about} shows why`,
  },
  'schedule.lost': {
    is: ({ lasted }) => `feeds have been due for ${lasted} and nobody polls them`,
    fix: () => 'start the scheduler',
  },
  'redis.memory': {
    is: ({ share }) => `Redis has used ${share} of its memory; when it is full everything stops`,
    fix: () => 'raise maxmemory, or start workers of the stage whose jobs pile up (rafid queues list)',
  },
  'redis.unsafe': {
    is: ({ about }) => `Redis runs with ${about} and loses queued jobs, when it is full or when it stops`,
    fix: ({ about }) => `redis-cli CONFIG SET ${safe(about)}, and the same in its configuration file`,
  },
  'worker.silent': {
    is: ({ about, lasted }) => `the process ${about} has not been heard of for ${lasted}`,
    fix: () => 'look whether it hangs and restart it; one that was killed leaves the list after two minutes',
  },
  'worker.blocked': {
    is: ({ about, lasted }) => `the process ${about} heeded nothing for ${lasted}`,
    fix: () => 'give it fewer jobs at once (RAFID_CONCURRENCY), or start more workers',
  },
}

/** A trouble of the pipeline in words, with the command that mends it. */
export function troubleFinding({ code, about, extent }: Trouble, watched: Watched): Finding {
  const flow = watched.flows.find(({ name }) => name === about)
  const told: Told = {
    about: processName(watched, about) ?? about ?? '',
    lasted: durationInWords(extent ?? 0),
    share: `${Math.round((extent ?? 0) * 100)} %`,
    jobs: flow === undefined ? 0 : flow.waiting + flow.active,
  }
  return { code, is: words[code].is(told), fix: words[code].fix(told) }
}

function processName({ processes }: Watched, id: string | null): string | null {
  const found = processes.find((process) => process.id === id)
  return found === undefined ? null : `${found.service} ${found.pid} on ${found.host}`
}

function safe(setting: string): string {
  return setting.startsWith('appendonly') ? 'appendonly yes' : 'maxmemory-policy noeviction'
}
