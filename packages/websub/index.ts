export { hubLinks } from './hub-links.ts'
export { isSigned } from './is-signed.ts'
export {
  afterDenial,
  afterFailure,
  afterMiss,
  afterPush,
  afterRequest,
  confirmed,
  isLive,
  leaseWantedSeconds,
  offered,
} from './subscription-life.ts'
export type { Offer } from './subscription-life.ts'
