const styleCharsMax = 2_000
const declarationsMax = 50

/** Properties that shape text where it stands; none that moves, hides or covers anything. */
const properties = new Set(
  `azimuth background-color border border-bottom border-bottom-color border-bottom-style border-bottom-width border-collapse
  border-color border-left border-left-color border-left-style border-left-width border-right border-right-color
  border-right-style border-right-width border-spacing border-style border-top border-top-color border-top-style
  border-top-width border-width caption-side clear color column-count direction display elevation empty-cells float font
  font-family font-size font-stretch font-style font-variant font-weight height letter-spacing line-height list-style-type
  margin margin-bottom margin-left margin-right margin-top max-height max-width min-height min-width overflow padding
  padding-bottom padding-left padding-right padding-top pause quotes speak speech-rate text-align text-decoration
  text-indent text-transform unicode-bidi vertical-align voice-family volume white-space width word-break word-spacing
  word-wrap writing-mode`.split(/\s+/),
)
const sides = /^(?:background|border|margin|padding)(?:-[a-z]{1,10}){0,2}$/

/** Names, numbers of four digits with their units, colours; no function but those of colours, for others fetch and compute. */
const value = /^(?:(?:rgba?|hsla?)\([\d\s,.%/]{1,40}\)|[#\w\s,.%!"'-])+$/i
const suspicious = /\d{5}|[\\<>]|expression|javascript|url|import(?!ant)|behaviou?r|binding|\/\*/i

/**
 * What of an inline style may stay: declarations of harmless properties with plain values, written anew; null for
 * nothing.
 */
export function safeStyle(style: string): string | null {
  if (style.length > styleCharsMax || /[\\]|\/\*/.test(style)) return null
  const kept = style.split(';', declarationsMax).flatMap((declaration) => {
    const colon = declaration.indexOf(':')
    const property = declaration.slice(0, Math.max(0, colon)).trim()
    const written = declaration.slice(colon + 1).trim()
    const isKnown = properties.has(property.toLowerCase()) || sides.test(property.toLowerCase())
    return isKnown && value.test(written) && !suspicious.test(written) ? [`${property}: ${written};`] : []
  })
  return kept.length === 0 ? null : kept.join(' ')
}
