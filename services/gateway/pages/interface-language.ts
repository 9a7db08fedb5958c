/** A language the pages speak. */
export type Ui = 'ar' | 'en'

/** What it says in each. */
export type Said = { readonly ar: string; readonly en: string }

/** Longer headers are not read. */
const headerCharsMax = 1_000

/**
 * The language of the interface: what was asked for, else what was asked for earlier, else what the browser prefers,
 * else Arabic.
 *
 * @param acceptLanguage the header, as of RFC 9110, 12.5.4
 */
export function interfaceLanguage(given: {
  asked: string | undefined
  remembered: string | undefined
  acceptLanguage: string | undefined
}): Ui {
  return uiOf(given.asked) ?? uiOf(given.remembered) ?? preferred(given.acceptLanguage ?? '') ?? 'ar'
}

/** The language of that name, or null. */
export function uiOf(name: string | undefined): Ui | null {
  return name === 'ar' || name === 'en' ? name : null
}

function preferred(header: string): Ui | null {
  const wishes = header.slice(0, headerCharsMax).split(',').map(wishOf)
  const best = wishes.filter((wish) => wish.ui !== null && wish.quality > 0).toSorted((a, b) => b.quality - a.quality)
  return best[0]?.ui ?? null
}

function wishOf(part: string): { ui: Ui | null; quality: number } {
  const [tag = '', ...parameters] = part
    .trim()
    .toLowerCase()
    .split(/\s*;\s*/)
  const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
  return { ui: uiOf(tag.split('-', 1)[0]), quality: quality === undefined ? 1 : Number(quality) || 0 }
}
