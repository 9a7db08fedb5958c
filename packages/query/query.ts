/**
 * What a reader asks for, as a tree. Words stand in it as they were typed: how they are analysed is the engine's, which
 * does to them what it did to the articles.
 */
export type Query =
  /** Every article. */
  | { readonly kind: 'all' }
  /**
   * Words beside each other, without operators. Of one or two, articles hold all, unless hardly any does; more are a question
   * or a headline, which articles answer that hold enough of them, the likeliest first.
   */
  | { readonly kind: 'words'; readonly words: readonly string[] }
  /** These words in this order, in their exact forms. */
  | { readonly kind: 'phrase'; readonly text: string }
  /** Words that begin so. */
  | { readonly kind: 'prefix'; readonly text: string }
  | { readonly kind: 'field'; readonly field: QueryField; readonly value: string }
  /** Published at or after, and before. */
  | { readonly kind: 'time'; readonly after: Date | null; readonly before: Date | null }
  /** The first of each cluster of copies. */
  | { readonly kind: 'original' }
  /** All of its parts, each by itself: `a AND b` are two parts of one word, and articles must hold both. */
  | { readonly kind: 'and'; readonly parts: readonly Query[] }
  | { readonly kind: 'or'; readonly parts: readonly Query[] }
  | { readonly kind: 'not'; readonly part: Query }

/** `source` and `author` match a name or a part of it that consists of whole words; `tag` a keyword; `lang` and `story` an id. */
export type QueryField = 'source' | 'lang' | 'tag' | 'author' | 'story'

/** A query, and what had to be forgiven to understand it. */
export type ParsedQuery = { readonly query: Query; readonly remarks: readonly QueryRemark[] }

/** What was not understood, as a code, and the piece of the query that it is about. */
export type QueryRemark = {
  readonly code:
    | 'unclosed-quote'
    | 'unbalanced-parenthesis'
    | 'dangling-operator'
    | 'unknown-date'
    /** Too many words begin with one letter. */
    | 'short-prefix'
    /** Something was typed, and nothing in it can be searched for. */
    | 'no-words'
    | 'too-long'
    | 'too-deep'
  readonly piece: string
}
