import type { Cluster } from './cluster.ts'
import type { IndexNames } from './index-names.ts'

const tokens = { type: 'text', analyzer: 'whitespace' }
/** What is longer is no name of anything; Lucene takes no term of more than 32 KB. */
const keyword = { type: 'keyword', ignore_above: 8_000 }
/** Kept, and not searched in. */
const stored = { type: 'object', enabled: false }

// Texts come as the words that `analyse` made of them, so the engine's own analysis has nothing left to decide, and both
// engines find the same.
const articleProperties = {
  id: keyword,
  // Milliseconds; a date of OpenSearch does not find the first year of our era again.
  sortAt: { type: 'long' },
  fetchedAt: { type: 'long' },
  day: keyword,
  lang: keyword,
  source: keyword,
  tags: keyword,
  original: { type: 'boolean' },
  root: keyword,
  story: keyword,
  told: keyword,
  idKey: { type: 'long' },
  rootKey: { type: 'long' },
  eventKey: { type: 'long' },
  // Which articles hold a word; how well one answers is told by the fields of its language.
  stems: { ...tokens, index_options: 'docs', norms: false },
  stemsOf: { type: 'object', dynamic: true },
  words: tokens,
  sourceWords: tokens,
  authorWords: tokens,
  tagNames: keyword,
  article: stored,
  relation: stored,
}

// What is rare depends on the language, so each has a field, and counts, of its own.
const ofLanguages = {
  languages: { path_match: 'stemsOf.*', mapping: { ...tokens, index_options: 'freqs' } },
}

/** One machine is enough, and of two machines either may be lost. */
const everywhere = { number_of_shards: 1, auto_expand_replicas: '0-1' }

/**
 * Tells a cluster how indices of ours are laid out, before the first of them comes to be. Told again, it changes nothing.
 *
 * @throws as `Cluster.ask` does
 */
export async function prepareLayout(cluster: Cluster, names: IndexNames): Promise<void> {
  const template = {
    index_patterns: [`${names.months}*`],
    priority: 200,
    template: {
      // A refresh interval of one's own has a month that nobody asks for stay fresh.
      settings: { ...everywhere, refresh_interval: '1s', codec: 'best_compression' },
      mappings: { dynamic: false, dynamic_templates: [ofLanguages], properties: articleProperties },
      aliases: { [names.articles]: {} },
    },
  }
  await cluster.ask({ method: 'PUT', path: `/_index_template/${names.months}template`, body: template })
  const cards = { settings: everywhere, mappings: { dynamic: false, properties: {} } }
  await createIndex(cluster, names.cards, cards)
}

/** Creates an index unless it is there. */
export async function createIndex(cluster: Cluster, index: string, body: object = {}): Promise<void> {
  const { status, body: answer } = await cluster.ask({ method: 'PUT', path: `/${index}`, body, accept: [400] })
  if (status !== 400 || JSON.stringify(answer).includes('resource_already_exists_exception')) return
  // Asked again without forgiveness, so that the reason is told.
  await cluster.ask({ method: 'PUT', path: `/${index}`, body })
}
