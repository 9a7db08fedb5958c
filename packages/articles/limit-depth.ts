const tag = /<(\/?)([a-z][a-z0-9:-]*)[^<>]*>/gi
const rawText = new Set(['script', 'style', 'textarea', 'title', 'xmp'])
/** Elements without content, and those a parser closes by itself when the next one begins. */
const uncounted = new Set(
  'area base br col embed hr img input link meta param source track wbr html head body p li dt dd tr td th thead tbody tfoot option optgroup rp rt'.split(
    ' ',
  ),
)

/**
 * Takes the tags out of a page that nest deeper than a limit and leaves their text: parsers take quadratic time on
 * hundreds of thousands of open elements. Pages within the limit come back as they are. Linear time.
 *
 * @param html any string
 * @param depthMax elements open at once, such as 400
 */
export function limitDepth(html: string, depthMax: number): string {
  const kept: string[] = []
  let depth = 0
  let dropped = 0
  let from = 0
  tag.lastIndex = 0
  for (let match = tag.exec(html); match !== null; match = tag.exec(html)) {
    const name = (match[2] ?? '').toLowerCase()
    if (uncounted.has(name)) continue
    const closing = match[1] === '/'
    if (closing ? dropped > 0 : depth >= depthMax) {
      dropped += closing ? -1 : 1
      kept.push(html.slice(from, match.index), ' ')
      from = tag.lastIndex
    } else {
      depth = Math.max(0, depth + (closing ? -1 : 1))
    }
    if (!closing && rawText.has(name)) tag.lastIndex = endOfRawText(html, name, tag.lastIndex)
  }
  if (from === 0) return html
  return kept.join('') + html.slice(from)
}

function endOfRawText(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}`, 'gi')
  end.lastIndex = from
  return end.exec(html)?.index ?? html.length
}
