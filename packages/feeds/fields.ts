import { parseFeedDate } from '@rafid/dates'

import { isFilled, textOf } from './xml-query.ts'
import { XmlElement } from './xml-element.ts'

const none: readonly XmlElement[] = []

/** The child elements of an entry or a channel, by name. */
export class Fields {
  readonly element: XmlElement
  readonly #byKey = new Map<string, XmlElement[]>()

  constructor(element: XmlElement) {
    this.element = element
    this.#enter(element)
  }

  #enter(element: XmlElement): void {
    for (const child of element.children) {
      if (!(child instanceof XmlElement)) continue
      const same = this.#byKey.get(child.key)
      if (same === undefined) this.#byKey.set(child.key, [child])
      else same.push(child)
      // A news sitemap puts what it says of a page into one element more.
      if (child.key === 'news:news') this.#enter(child)
    }
  }

  /** The elements of a name, in order. */
  all(key: string): readonly XmlElement[] {
    return this.#byKey.get(key) ?? none
  }

  /** The elements of these names, name by name. */
  allOf(...keys: readonly string[]): XmlElement[] {
    return keys.flatMap((key) => this.#byKey.get(key) ?? [])
  }

  /** The first element, of the first name that has any, that holds something. */
  first(...keys: readonly string[]): XmlElement | undefined {
    for (const key of keys) {
      const found = this.#byKey.get(key)?.find(isFilled)
      if (found !== undefined) return found
    }
    return undefined
  }

  /** The text of `first`, trimmed; '' for none. */
  text(...keys: readonly string[]): string {
    return textOf(this.first(...keys))
  }

  /** The first date, of the first name that has one, and the element it stands in. */
  date(keys: readonly string[]): { at: Date; element: XmlElement } | null {
    for (const key of keys) {
      for (const element of this.all(key)) {
        const at = parseFeedDate(textOf(element))
        if (at !== null) return { at, element }
      }
    }
    return null
  }
}
