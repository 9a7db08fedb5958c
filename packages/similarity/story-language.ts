/** Articles of no known language share a shelf of their own. */
const unknown = 'und'

/** The shelf of stories for a language: its primary subtag, so that regions of one language tell stories together. */
export function storyLanguage(lang: string | null): string {
  const primary = /^[a-z]{2,3}(?![a-z])/i.exec(lang ?? '')?.[0]
  return primary?.toLowerCase() ?? unknown
}
