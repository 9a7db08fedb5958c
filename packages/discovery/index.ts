export { discoverFeeds } from './discover-feeds.ts'
export type { Discovery, FoundFeed } from './discover-feeds.ts'
export { publishingRate } from './publishing-rate.ts'
