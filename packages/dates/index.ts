export { parseFeedDate } from './feed-date.ts'
export { readDate } from './parse-date.ts'
export type { DateContext, DateReading } from './parse-date.ts'
export { utcDay } from './written-day.ts'
