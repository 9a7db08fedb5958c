import type { ResolvedName } from './namespaces.ts'

export type XmlNode = XmlElement | string

/** An element of a feed, and the text and elements in it. */
export class XmlElement {
  /** As written, in lower case. */
  readonly name: string
  /** `prefix:local` by the prefixes we know vocabularies by; the local name alone for RSS's and Atom's own. */
  readonly key: string
  readonly local: string
  readonly prefix: string
  /** By names in lower case. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: XmlNode[] = []
  readonly parent: XmlElement | null

  constructor(
    name: string,
    { key, local, prefix }: ResolvedName,
    attributes: ReadonlyMap<string, string>,
    parent: XmlElement | null,
  ) {
    this.name = name
    this.key = key
    this.local = local
    this.prefix = prefix
    this.attributes = attributes
    this.parent = parent
  }
}
