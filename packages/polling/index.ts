export { maxAgeMs } from './max-age-ms.ts'
export { nextPoll } from './next-poll.ts'
export type { PollHistory, PollLimits, PollResult } from './next-poll.ts'
