/** Longer addresses are cut where they are kept for people to look at. */
const addressCharsMax = 300

/** An address as people are shown it: without what may hold a secret, which are its query and its credentials. */
export function shownAddress(url: string): string {
  if (!URL.canParse(url)) return ''
  const { origin, pathname } = new URL(url)
  return `${origin}${pathname}`.slice(0, addressCharsMax)
}
