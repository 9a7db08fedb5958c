/** Facts of a span, named by OpenTelemetry's semantic conventions where those have a name. Never a secret. */
export type SpanAttributes = Readonly<Record<string, string | number | boolean>>

export type SpanStart = {
  readonly name: string
  readonly kind: 'producer' | 'consumer' | 'client'
  readonly attributes: SpanAttributes
  /** `traceparent` of the span this one follows from, as it came from elsewhere; else it is the span around this one. */
  readonly parent?: string | undefined
  /** The trace to begin when there is no parent: 32 hexadecimal digits. */
  readonly traceId?: string | undefined
}

/** A span that has begun. */
export type Span = {
  /** What others name as their parent. Source: W3C Trace Context, section 3.2. */
  readonly traceparent: string
  note(attributes: SpanAttributes): void
  /** Marks the span as failed, with the code of the error. */
  fail(code: string): void
}

/** Tells a collector what was done when. */
export type Tracer = {
  /** Does some work within a span that ends with it; spans that begin meanwhile are its children. */
  within<Result>(start: SpanStart, work: (span: Span) => Promise<Result>): Promise<Result>
  /** Sends what has not been sent, if that can be done in a second. */
  close(): Promise<void>
}
