import { samplePage, sampleParagraphs } from './sample-page.ts'

/**
 * A hostile page: what is wrong with it, and how it is built.
 *
 * @param scale 1 builds it as large as it is meant; less takes that share of whatever it has many of
 */
export type HostilePage = readonly [name: string, build: (scale: number) => string]

export const million = 1_000_000
export const paragraph = `<p>${sampleParagraphs[0]}</p>`

/** The sample page with this at the end of its article. */
export function within(inner: string): string {
  return samplePage.replace('</article>', () => `${inner}</article>`)
}

/** The sample page with this at the end of its head. */
export function headed(inner: string): string {
  return samplePage.replace('</head>', () => `${inner}</head>`)
}

/** A share of a number, at least one. */
export function share(whole: number, scale: number): number {
  return Math.max(1, Math.round(whole * scale))
}

/** The sample page with a piece many times over. */
export function repeated(piece: string, times: number): HostilePage[1] {
  return (scale) => within(piece.repeat(share(times, scale)))
}

/** The sample page with a paragraph of so many characters of one thing. */
export function line(piece: string, chars: number): HostilePage[1] {
  return (scale) => within(`<p>${piece.repeat(Math.ceil(share(chars, scale) / piece.length))}</p>${paragraph}`)
}

/** A list of something numbered. */
export function numbered(count: number, item: (number: number) => string): string[] {
  return Array.from({ length: count }, (_, number) => item(number))
}
