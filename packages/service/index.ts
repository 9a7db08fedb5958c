export { bearsToken, isSecret } from './bears-token.ts'
export { runService } from './run-service.ts'
export type { ServiceContext, ServiceDefinition, ServiceParts } from './run-service.ts'
