/** The figures by which articles are told to be of one story; one setting for all languages. */
export const storyRule = {
  /** From this score on an article belongs to a story. */
  joinFrom: 0.18,
  /** How much the whole of a story counts beside its members nearest to the article, 0 to 1. */
  wholeShare: 0.5,
  /** So many of the nearest members are asked, out of the latest. */
  nearest: 3,
  latest: 40,
  /** What time takes from a score halves in so many milliseconds; the rest it never takes. */
  halfLifeMs: 36 * 3_600_000,
  timeless: 0.2,
  /** Two stories are one from this likeness on, and from more while the smaller is small. */
  mergeFrom: 0.16,
  mergeSmall: 0.6,
  /** A word is thought to be as rare as in so many articles more than there are. */
  priorArticles: 50,
  priorCount: 0.5,
  priorOrdinary: 8,
  /** On a small shelf more is needed to join: so much more on an empty one, half of it with so many articles. */
  small: 0.3,
  smallArticles: 100,
  rarityPower: 1.2,
}
