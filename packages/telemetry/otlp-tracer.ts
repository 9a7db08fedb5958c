import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { diag, DiagLogLevel, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import type { Context, Span as SdkSpan, SpanContext } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  RandomIdGenerator,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace'
import { codeOf } from '@rafid/errors'
import type { TracerOptions } from './create-tracer.ts'
import type { Logger } from './logger.ts'
import type { Span, SpanStart, Tracer } from './tracer.ts'

/** Spans that wait to be sent; what is more is dropped, because a collector that is away must cost no memory. */
const spansWaitingMax = 2_048
const sendEveryMs = 2_000
const sendTimeoutMs = 5_000
/** A stop waits no longer than this for a collector. */
const closeMsMax = 1_000
const attributeCharsMax = 500

const kinds = { producer: SpanKind.PRODUCER, consumer: SpanKind.CONSUMER, client: SpanKind.CLIENT } as const

/** Spans over OTLP/HTTP as JSON. Loaded only where there is a collector. */
export class OtlpTracer implements Tracer {
  readonly #provider: TracerProvider
  readonly #ids = new KnownIds()
  readonly #around = new AsyncLocalStorage<Context>()

  constructor(options: TracerOptions & { readonly endpoint: string }) {
    const { endpoint, ratio, service, version, instance, log } = options
    tellOfFailures(log)
    const url = `${endpoint.replace(/\/$/, '')}/v1/traces`
    const exporter = new OTLPTraceExporter({ url, timeoutMillis: sendTimeoutMs })
    this.#provider = new TracerProvider({
      resource: resourceFromAttributes({
        'service.namespace': 'rafid',
        'service.name': service,
        'service.version': version,
        'service.instance.id': instance,
      }),
      sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) }),
      idGenerator: this.#ids,
      spanLimits: { attributeValueLengthLimit: attributeCharsMax },
      spanProcessors: [
        new BatchSpanProcessor({ exporter, maxQueueSize: spansWaitingMax, scheduledDelayMillis: sendEveryMs }),
      ],
    })
  }

  async within<Result>(start: SpanStart, work: (span: Span) => Promise<Result>): Promise<Result> {
    const parent = contextOf(start.parent) ?? this.#around.getStore() ?? ROOT_CONTEXT
    this.#ids.traceId = start.traceId
    const { name, kind, attributes } = start
    const span = this.#provider.getTracer('rafid').startSpan(name, { kind: kinds[kind], attributes }, parent)
    try {
      return await this.#around.run(trace.setSpan(parent, span), () => work(viewOf(span)))
    } catch (error) {
      viewOf(span).fail(codeOf(error))
      throw error
    } finally {
      span.end()
    }
  }

  async close(): Promise<void> {
    // What could not be sent is in the log already.
    const sent = this.#provider.shutdown().catch(() => {})
    await Promise.race([sent, pause(closeMsMax, undefined, { ref: false })])
  }
}

/** Lets a trace begin under an id that is known already: the one its log lines bear. */
class KnownIds extends RandomIdGenerator {
  traceId: string | undefined

  override generateTraceId(): string {
    return isTraceId(this.traceId) ? this.traceId : super.generateTraceId()
  }
}

function viewOf(span: SdkSpan): Span {
  return {
    traceparent: traceparentOf(span.spanContext()),
    note: (attributes) => void span.setAttributes(attributes),
    fail(code) {
      span.setAttribute('error.type', code)
      span.setStatus({ code: SpanStatusCode.ERROR })
    },
  }
}

function traceparentOf({ traceId, spanId, traceFlags }: SpanContext): string {
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`
}

/** Who wrote it may be another release or nobody of ours: what is no `traceparent` counts as none. */
function contextOf(traceparent: string | undefined): Context | null {
  const [, traceId, spanId, flags] = /^00-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})$/.exec(traceparent ?? '') ?? []
  if (!isTraceId(traceId) || spanId === undefined || /^0+$/.test(spanId)) return null
  const context = { traceId, spanId, traceFlags: Number.parseInt(flags ?? '', 16), isRemote: true }
  return trace.setSpanContext(ROOT_CONTEXT, context)
}

function isTraceId(text: string | undefined): text is string {
  return /^[\da-f]{32}$/.test(text ?? '') && !/^0+$/.test(text ?? '')
}

/** Whatever the SDK has to say is that spans did not get there. */
function tellOfFailures(log: Logger): void {
  const tell = (message: string): void =>
    log.warn({ error: message.slice(0, attributeCharsMax) }, 'spans were not sent')
  diag.setLogger({ error: tell, warn: tell, info: ignore, debug: ignore, verbose: ignore }, DiagLogLevel.WARN)
}

function ignore(): void {}
