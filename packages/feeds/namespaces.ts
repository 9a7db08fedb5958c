// The prefix we know a vocabulary by, whatever prefix a feed gives it; '' for RSS's and Atom's own, since feeds declare
// one and write the other. Old and misspelt URIs mean the same one.
const prefixByUri = new Map<string, string>()
for (const [prefix, uris] of Object.entries({
  '': 'www.w3.org/2005/atom purl.org/atom/ns# purl.org/atom/ns example.com/newformat# necho purl.org/rss/1.0 my.netscape.com/rdf/simple/0.9 backend.userland.com/rss backend.userland.com/rss2 backend.userland.com/rss091 blogs.law.harvard.edu/tech/rss my.netscape.com/publish/formats/rss-0.91.dtd channel.netscape.com/rdf/simple/0.9 purl.org/net/rss1.1# purl.org/rss/1.0/modules/rss091#',
  rdf: 'www.w3.org/1999/02/22-rdf-syntax-ns#',
  dc: 'purl.org/dc/elements/1.1 purl.org/dc/elements/1.0',
  dcterms: 'purl.org/dc/terms',
  content: 'purl.org/rss/1.0/modules/content',
  media: 'search.yahoo.com/mrss www.rssboard.org/media-rss api.flickr.com/services/feeds/mrss',
  itunes: 'www.itunes.com/dtds/podcast-1.0.dtd example.com/dtds/podcast-1.0.dtd www.itunes.com/dtd/podcast-1.0.dtd',
  googleplay: 'www.google.com/schemas/play-podcasts/1.0',
  podcast: 'podcastindex.org/namespace/1.0',
  sy: 'purl.org/rss/1.0/modules/syndication',
  thr: 'purl.org/syndication/thread/1.0',
  georss: 'www.georss.org/georss',
  geo: 'www.w3.org/2003/01/geo/wgs84_pos# www.w3.org/2003/01/geo',
  gml: 'www.opengis.net/gml',
  icbm: 'postneo.com/icbm',
  cc: 'web.resource.org/cc cyber.law.harvard.edu/rss/creativecommonsrssmodule.html',
  creativecommons: 'backend.userland.com/creativecommonsrssmodule',
  wfw: 'wellformedweb.org/commentapi',
  slash: 'purl.org/rss/1.0/modules/slash',
  feedburner: 'rssnamespace.org/feedburner/ext/1.0',
  xhtml: 'www.w3.org/1999/xhtml www.w3.org/tr/xhtml2',
  admin: 'webns.net/mvcb',
  news: 'www.google.com/schemas/sitemap-news/0.9',
  image: 'www.google.com/schemas/sitemap-image/1.1 purl.org/rss/1.0/modules/image',
  xml: 'www.w3.org/xml/1998/namespace',
})) {
  for (const uri of uris.split(' ')) prefixByUri.set(plain(uri), prefix)
}

const declarationsMax = 500
const scopesKeptMax = 200

/** A tag name as the prefixes in scope of it make it. */
export type ResolvedName = { readonly prefix: string; readonly local: string; readonly key: string }

/** The prefixes in scope of an element, and what they make of names. */
export class Scope {
  readonly #prefixes: ReadonlyMap<string, string>
  readonly #names = new Map<string, ResolvedName>()
  readonly #inner = new Map<string, Scope>()

  constructor(prefixes: ReadonlyMap<string, string> = new Map()) {
    this.#prefixes = prefixes
  }

  /** The scope inside an element with these attributes; this one when they declare nothing. */
  within(attributes: ReadonlyMap<string, string>): Scope {
    const declared: [string, string][] = []
    for (const [name, uri] of attributes) {
      if (name === 'xmlns') declared.push(['', uri])
      else if (name.startsWith('xmlns:')) declared.push([name.slice(6), uri])
    }
    return declared.length === 0 ? this : this.#declaring(declared)
  }

  /** The same, with one prefix meaning RSS's and Atom's own names. */
  withOwn(prefix: string): Scope {
    return this.#declaring([[prefix, 'http://www.w3.org/2005/Atom']])
  }

  /** Splits a tag name into the prefix we know its vocabulary by and its local name, in lower case. */
  resolve(name: string): ResolvedName {
    const known = this.#names.get(name)
    if (known !== undefined) return known
    const lower = name.toLowerCase()
    const colon = lower.indexOf(':')
    const written = colon < 0 ? '' : lower.slice(0, colon)
    const prefix = this.#prefixes.get(written) ?? (written === 'atom' || written === 'rss' ? '' : written)
    const local = lower.slice(colon + 1)
    const resolved = { prefix, local, key: prefix === '' ? local : `${prefix}:${local}` }
    if (this.#names.size < declarationsMax) this.#names.set(name, resolved)
    return resolved
  }

  /** Entries declare the same over and over: their scopes are kept. */
  #declaring(declared: readonly (readonly [string, string])[]): Scope {
    const id = declared.map((pair) => pair.join('=')).join(' ')
    const kept = this.#inner.get(id)
    if (kept !== undefined) return kept
    const prefixes = new Map(this.#prefixes)
    for (const [prefix, uri] of declared) {
      if (prefixes.size < declarationsMax) prefixes.set(prefix, prefixByUri.get(plain(uri)) ?? prefix)
    }
    const scope = new Scope(prefixes)
    if (this.#inner.size < scopesKeptMax) this.#inner.set(id, scope)
    return scope
  }
}

function plain(uri: string): string {
  return uri
    .slice(0, 200)
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/$/, '')
}
