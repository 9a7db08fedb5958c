const product = 'Rafid/0.1'

/**
 * What publishers see of us: what the operator chose, or our name and an address where they can read who we are.
 *
 * @param settings as the operator set them; the address is reduced to ASCII
 */
export function userAgentOf({ userAgent, publicUrl }: { userAgent?: string; publicUrl?: string }): string {
  if (userAgent !== undefined) return userAgent
  return publicUrl === undefined ? `${product} (news aggregator)` : `${product} (+${new URL(publicUrl).href})`
}
