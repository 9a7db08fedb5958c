const decoder = new TextDecoder('utf-8')

/** What `response.text()` does, which is how the examples of these libraries come by their text. */
export function decodeAsUtf8(bytes: Uint8Array): string {
  return decoder.decode(bytes)
}
