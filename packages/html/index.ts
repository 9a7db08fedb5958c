export { detach, documentOf, HtmlElement } from './nodes.ts'
export type { HtmlDocument, HtmlNode, HtmlParent, HtmlText } from './nodes.ts'
export { htmlCharsMax, parseHtml } from './parse-html.ts'
