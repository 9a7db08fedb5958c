/** What an extractor made of a page. */
export type Extraction = {
  readonly content: string
  readonly format: 'text' | 'html'
  readonly title: string | null | undefined
  readonly author: string | null | undefined
  /** ISO 8601. */
  readonly date: string | null | undefined
  readonly lang: string | null | undefined
}

/** A page as every extractor gets it: decoded, with its address. */
export type LoadedPage = {
  readonly id: string
  readonly html: string
  readonly url: string
}

/** An extractor under comparison. Throws what its library throws. */
export type Peer = {
  readonly name: string
  extract(page: LoadedPage): Extraction | Promise<Extraction>
}

/** The result of an extractor that says it found no article. */
export const nothing: Extraction = { content: '', format: 'text', title: null, author: null, date: null, lang: null }
