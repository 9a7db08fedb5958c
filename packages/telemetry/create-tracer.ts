import type { Logger } from './logger.ts'
import type { Tracer } from './tracer.ts'

export type TracerOptions = {
  /** Where the collector takes OTLP over HTTP; undefined turns tracing off. */
  readonly endpoint: string | undefined
  /** Share of the traces that are kept, from 0 to 1; the same ones in every process. */
  readonly ratio: number
  readonly service: string
  readonly version: string
  /** Tells one process of a service from another. */
  readonly instance: string
  readonly log: Logger
}

/** A tracer, or null without an endpoint: then nothing of OpenTelemetry's SDK is loaded. */
export async function createTracer({ endpoint, ...options }: TracerOptions): Promise<Tracer | null> {
  if (endpoint === undefined) return null
  const { OtlpTracer } = await import('./otlp-tracer.ts')
  return new OtlpTracer({ ...options, endpoint })
}
