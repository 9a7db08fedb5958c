const htmlTag =
  /<\/?(?:a|abbr|acronym|applet|blink|center|del|frame|frameset|kbd|link|marquee|mark|meta|nobr|object|param|article|b|big|blockquote|br|cite|code|dd|del|div|dl|dt|em|embed|figcaption|figure|font|h[1-6]|hr|i|iframe|img|ins|li|object|ol|p|pre|q|s|script|section|small|span|strike|strong|style|sub|sup|table|tbody|td|th|tr|tt|u|ul|video)(?=[\s/>])[^<>]*>/gi
const programs = /<(script|style)\b[^<>]*>[^<]*<\/\1\s*>/gi
const comments = /<!--[^]*?(?:-->|$)/g
const unseen = /[\u202a-\u202e\u2066-\u2069\p{Cc}]/gu
const irregular = /[\s\u202a-\u202e\u2066-\u2069\p{Cc}]{2}|[^\S ]|[\u202a-\u202e\u2066-\u2069\p{Cc}]/u

/** Without tags that are HTML beyond doubt; `5 < 6` and `<name>` stay. */
export function withoutTags(html: string): string {
  if (!html.includes('<')) return html
  return html
    .replaceAll(comments, '')
    .replaceAll(programs, ' ')
    .replaceAll(htmlTag, (tag) => (/^<\/?(?:br|p|div|li|h\d)\b/i.test(tag) ? ' ' : ''))
}

/** White space collapsed; control characters and overrides of direction, which hide what a title says, removed. */
export function oneLine(text: string): string {
  const regular = irregular.test(text) ? text.replaceAll(unseen, ' ').replaceAll(/\s+/g, ' ') : text
  return regular.trim().toWellFormed()
}
