// The lookahead keeps a name whole: trying again with shorter ones would take quadratic time on a tag without an end.
const tag = /<!--|<(\/?)([a-z][a-z0-9:-]*)(?![a-z0-9:-])[^<>]*>/gi
const rawText = new Set(['script', 'style', 'textarea', 'title', 'xmp'])
const foreign = new Set(['svg', 'math'])
/** Elements without content, and those a parser closes by itself when the next one begins. */
const uncounted = new Set(
  'area base br col embed hr img input link meta param source track wbr html head body p li dt dd tr td th thead tbody tfoot option optgroup rp rt'.split(
    ' ',
  ),
)

/**
 * @property depthMax elements open at once
 * @property tagsMax opening tags on the whole page
 * @property depthSumMax the depths of all of them together: what every walk from the elements to the root costs
 */
export type TreeLimits = { depthMax: number; tagsMax: number; depthSumMax: number }

/**
 * Takes the tags out of a page that are beyond its limits and leaves their text: parsers take quadratic time on hundreds
 * of thousands of open elements, and later steps climb from each element to the root. Pages within the limits come back
 * as they are. Linear time.
 *
 * @param html any string
 */
export function limitDepth(html: string, limits: TreeLimits): string {
  const kept: string[] = []
  const open = new OpenElements(limits)
  let from = 0
  tag.lastIndex = 0
  for (let match = tag.exec(html); match !== null; match = tag.exec(html)) {
    const [whole, slash, written] = match
    const name = (written ?? '').toLowerCase()
    if (name === '') tag.lastIndex = endOf('-->', html, tag.lastIndex)
    else if (rawText.has(name)) {
      if (slash === '') tag.lastIndex = endOf(`</${name}`, html, tag.lastIndex)
    } else if (!open.keeps(name, slash === '/', whole.endsWith('/>'))) {
      kept.push(html.slice(from, match.index), ' ')
      from = tag.lastIndex
    }
  }
  return from === 0 ? html : kept.join('') + html.slice(from)
}

class OpenElements {
  readonly #limits: TreeLimits
  #depth = 0
  #dropped = 0
  #foreign = 0
  #tags = 0
  #depthSum = 0

  constructor(limits: TreeLimits) {
    this.#limits = limits
  }

  /** Whether a tag stays. */
  keeps(name: string, closing: boolean, closesItself: boolean): boolean {
    if (closing) return this.#close(name)
    const { depthMax, tagsMax, depthSumMax } = this.#limits
    const full = this.#tags >= tagsMax || this.#depthSum >= depthSumMax
    // Inside drawings and formulas, and only there, a tag may close itself.
    const opens = !uncounted.has(name) && !(closesItself && (this.#foreign > 0 || foreign.has(name)))
    if (full || this.#depth >= depthMax) {
      if (opens) this.#dropped++
      return false
    }
    this.#tags++
    this.#depthSum += this.#depth + 1
    if (!opens) return true
    this.#depth++
    if (foreign.has(name)) this.#foreign++
    return true
  }

  #close(name: string): boolean {
    if (uncounted.has(name)) return this.#dropped === 0
    if (this.#dropped > 0) {
      this.#dropped--
      return false
    }
    this.#depth = Math.max(0, this.#depth - 1)
    if (foreign.has(name)) this.#foreign = Math.max(0, this.#foreign - 1)
    return true
  }
}

function endOf(mark: string, html: string, from: number): number {
  const end = new RegExp(mark, 'gi')
  end.lastIndex = from
  return end.exec(html)?.index ?? html.length
}
