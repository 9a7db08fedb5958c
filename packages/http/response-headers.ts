export type Headers = Record<string, string | string[] | undefined>

/** The value of a header; several of one name are one list (RFC 9110, 5.3). */
export function headerOf(headers: Headers, name: string): string | null {
  const value = headers[name]
  return Array.isArray(value) ? value.join(', ') : (value ?? null)
}

/** Header bytes arrive as latin1; publishers with Arabic paths send raw UTF-8 in `Location`. */
export function utf8Header(value: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(value, 'latin1'))
  } catch {
    // Not UTF-8, so latin1 was right.
    return value
  }
}
