import type { SpanAttributes, Tracer } from '@rafid/telemetry'
import { redactUrl } from '@rafid/urls'
import type { HttpClient } from './http-client.ts'

/** From here on an answer is an error of the one who asked or was asked. */
const errorStatus = 400

/**
 * The same client, with a span for each request, redirects included. Whom we ask is told nothing of our traces.
 *
 * @param tracer null leaves the client as it is
 * @see OpenTelemetry's semantic conventions for HTTP spans
 */
export function traceHttpClient(client: HttpClient, tracer: Tracer | null): HttpClient {
  if (tracer === null) return client
  const within = <Answer extends { readonly status: number }>(
    method: 'GET' | 'POST',
    url: string,
    ask: () => Promise<Answer>,
  ): Promise<Answer> =>
    tracer.within({ name: method, kind: 'client', attributes: attributesOf(method, url) }, async (span) => {
      const answer = await ask()
      span.note({ 'http.response.status_code': answer.status })
      if (answer.status >= errorStatus) span.fail(String(answer.status))
      return answer
    })
  return {
    get: (url, request) => within('GET', url, () => client.get(url, request)),
    post: (url, form, request) => within('POST', url, () => client.post(url, form, request)),
    postJson: (url, value, request) => within('POST', url, () => client.postJson(url, value, request)),
    close: () => client.close(),
  }
}

function attributesOf(method: 'GET' | 'POST', url: string): SpanAttributes {
  if (!URL.canParse(url)) return { 'http.request.method': method }
  const { hostname, port, protocol, origin } = new URL(url)
  return {
    'http.request.method': method,
    'server.address': hostname,
    'server.port': port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port),
    // The path of a webhook is its secret.
    'url.full': method === 'GET' ? redactUrl(url) : origin,
  }
}
