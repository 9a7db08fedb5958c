import MiniSearch from 'minisearch'
import type { Doc, Peer } from './peer.ts'

/** The MiniSearch library as it comes: in memory, any word will do. */
export const miniSearch: Peer = {
  name: 'minisearch',
  open: async () => {
    const index = new MiniSearch<Doc>({ fields: ['body'], storeFields: ['lang'] })
    return {
      add: async (docs) => index.addAll(docs),
      find: async ({ text, lang }, limit) =>
        index
          .search(text, { filter: (hit) => hit['lang'] === lang })
          .slice(0, limit)
          .map((hit) => String(hit.id)),
      bytes: () => null,
      close: async () => index.removeAll(),
    }
  },
}
