export {
  createHttpClient,
  type HttpClient,
  type HttpClientOptions,
  type PostAnswer,
  type RequestOptions,
} from './http-client.ts'
export { defaultLimits, type HttpLimits } from './http-limits.ts'
export type { HttpResponse } from './http-response.ts'
export { isPublicAddress } from './public-address.ts'
export { traceHttpClient } from './trace-http-client.ts'
export { usable } from './usable.ts'
export { userAgentOf } from './user-agent.ts'
