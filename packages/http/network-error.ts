import { CodedError, PermanentError, TransientError } from '@rafid/errors'

const tlsCode =
  /^(?:ERR_TLS|ERR_SSL|ERR_OSSL|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_MISMATCH|EPROTO|UND_ERR_PRX_TLS)/
const codesMax = 5

/**
 * Says in our words what Node and undici threw.
 *
 * @param phase whether the headers of the answer had come: a connection that breaks later is a truncated body
 * @param where the URL, fit to be shown
 */
export function networkError(error: unknown, phase: 'headers' | 'body', where: string): CodedError {
  if (error instanceof CodedError) return error
  const code = codeIn(error)
  const message = `${where}: ${code}`
  if (code === 'UND_ERR_HEADERS_OVERFLOW')
    return new PermanentError('http.headers_too_large', message, { cause: error })
  if (code === 'HTTPParserError') return new PermanentError('http.framing', message, { cause: error })
  if (phase === 'headers' && code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH') {
    return new PermanentError('http.framing', message, { cause: error })
  }
  if (phase === 'body') return new TransientError('body.truncated', message, { cause: error })
  if (tlsCode.test(code)) return new TransientError('net.tls', message, { cause: error })
  return new TransientError('net.connect', message, { cause: error })
}

/** The first code in the chain of causes, else the name: undici's parser errors carry no code. */
function codeIn(error: unknown): string {
  let current = error
  for (let depth = 0; depth < codesMax && current instanceof Error; depth++) {
    if ('code' in current && typeof current.code === 'string') return current.code
    current = current.cause
  }
  return error instanceof Error ? error.name : 'unknown'
}
