/** Why a text is neither a JSON object nor well-formed XML, or undefined if it is one of them. */
export function feedProblem(text: string): string | undefined {
  return text.startsWith('{') ? jsonProblem(text) : xmlProblem(text)
}

/**
 * Why a text is not well-formed XML, or undefined if it is. Knows what our own feeds use: a declaration, elements,
 * attributes in double quotes and the predefined entities.
 */
export function xmlProblem(text: string): string | undefined {
  const body = text.replace(/^<\?xml [^?]*\?>/, '')
  const stray = /[<>]|&(?!(?:amp|lt|gt|quot);)/.exec(body.replaceAll(tag, ''))
  if (stray !== null) return `stray ${stray[0]}`
  const open: string[] = []
  for (const [, slash, name = '', closed] of body.matchAll(tag)) {
    if (slash !== '/' && closed !== '/') open.push(name)
    if (slash === '/' && open.pop() !== name) return `</${name}> closes another element`
  }
  return open.length === 0 ? undefined : `<${open.at(-1)}> is not closed`
}

const tag = /<(\/?)([A-Za-z][\w:.-]*)(?:\s+[\w:.-]+="[^"<]*")*\s*(\/?)>/g

function jsonProblem(text: string): string | undefined {
  try {
    JSON.parse(text)
    return undefined
  } catch (error) {
    return String(error)
  }
}
