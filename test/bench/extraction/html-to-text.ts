import { Parser } from 'htmlparser2'

/** Elements that begin and end a line of their own. */
const blocks = new Set(
  (
    'address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search section ' +
    'summary table tbody tfoot thead tr ul'
  ).split(' '),
)

/** Elements that stand side by side on a line, with a gap between them. */
const cells = new Set(['td', 'th'])

/** Elements whose content a reader does not see as text. */
const unseen = new Set(
  'audio canvas iframe noembed noframes noscript object script style svg template textarea title video'.split(' '),
)

/**
 * The text a reader sees in a piece of HTML: a line per block, blanks collapsed, nothing between inline elements. The
 * results of all peers that give HTML go through this one. Never throws.
 */
export function htmlToText(html: string): string {
  const lines: string[] = []
  let line = ''
  let unseenDepth = 0

  const endLine = (): void => {
    const text = line.replaceAll(/\s+/g, ' ').trim()
    if (text !== '') lines.push(text)
    line = ''
  }
  const divide = (name: string): void => {
    if (blocks.has(name)) endLine()
    else if (cells.has(name)) line += ' '
  }

  const parser = new Parser({
    onopentagname(name) {
      if (unseen.has(name)) unseenDepth += 1
      else divide(name)
    },
    ontext(text) {
      if (unseenDepth === 0) line += text
    },
    onclosetag(name) {
      if (unseen.has(name)) unseenDepth -= 1
      else divide(name)
    },
  })
  parser.end(html)
  endLine()
  return lines.join('\n')
}
