import type { ScriptedAnswer } from './start-scripted-site.ts'

/** A feed with a few reports. */
export const rss = (ids: readonly number[], channel = ''): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour news</title>${channel}${ids
    .map((id) => `<item><title>Report ${id}</title><link>https://harbour.example/${id}</link><guid>${id}</guid></item>`)
    .join('')}</channel></rss>`
/** An answer that is such a feed. */
export const feedOf = (ids: readonly number[], headers: Record<string, string> = {}, channel = ''): ScriptedAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/rss+xml', ...headers },
  body: rss(ids, channel),
})
