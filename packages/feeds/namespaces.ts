// The prefix we know a vocabulary by, whatever prefix a feed gives it. Old and misspelt URIs mean the same one.
const prefixByUri = new Map<string, string>()
for (const [prefix, uris] of Object.entries({
  atom: 'www.w3.org/2005/atom purl.org/atom/ns# purl.org/atom/ns www.w3.org/2005/atom/',
  '': 'purl.org/rss/1.0 my.netscape.com/rdf/simple/0.9 backend.userland.com/rss2 my.netscape.com/publish/formats/rss-0.91.dtd channel.netscape.com/rdf/simple/0.9 purl.org/net/rss1.1#',
  rdf: 'www.w3.org/1999/02/22-rdf-syntax-ns#',
  dc: 'purl.org/dc/elements/1.1 purl.org/dc/elements/1.0',
  dcterms: 'purl.org/dc/terms',
  content: 'purl.org/rss/1.0/modules/content',
  media: 'search.yahoo.com/mrss search.yahoo.com/mrss/ www.rssboard.org/media-rss',
  itunes: 'www.itunes.com/dtds/podcast-1.0.dtd',
  sy: 'purl.org/rss/1.0/modules/syndication',
  xhtml: 'www.w3.org/1999/xhtml',
  feedburner: 'rssnamespace.org/feedburner/ext/1.0',
})) {
  for (const uri of uris.split(' ')) prefixByUri.set(plain(uri), prefix)
}

/** The prefixes in scope of an element, each with the prefix we know its vocabulary by. */
export type Scope = ReadonlyMap<string, string>

/** The scope inside an element with these attributes; the parent's own when it declares nothing. */
export function scopeWithin(parent: Scope, attributes: ReadonlyMap<string, string>): Scope {
  let scope: Map<string, string> | undefined
  for (const [name, uri] of attributes) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
    const prefix = name.slice(6).toLowerCase()
    scope ??= new Map(parent)
    scope.set(prefix, prefixByUri.get(plain(uri)) ?? prefix)
  }
  return scope ?? parent
}

/** Splits a tag name into the prefix we know its vocabulary by and its local name, in lower case. */
export function resolveName(name: string, scope: Scope): { prefix: string; local: string } {
  const lower = name.toLowerCase()
  const colon = lower.indexOf(':')
  const written = colon < 0 ? '' : lower.slice(0, colon)
  return { prefix: scope.get(written) ?? written, local: lower.slice(colon + 1) }
}

function plain(uri: string): string {
  return uri
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/$/, '')
}
