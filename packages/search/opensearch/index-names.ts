import { analysisVersion } from '@rafid/text'

/** Goes up with every change of how an article is laid out in the index: one of another layout must be built anew. */
const layoutVersion = 1

/** What the indices of one installation are called. */
export type IndexNames = {
  /** Leads to the articles of every month. */
  readonly articles: string
  /** Begins the name of every month. */
  readonly months: string
  /** What is known of articles and stories by their ids. */
  readonly cards: string
}

/**
 * The names of the indices of one installation. Articles are analysed and laid out in one way in all that bear one name.
 *
 * @param name of the installation: lower case letters, digits and dashes
 */
export function indexNames(name: string): IndexNames {
  const generation = `${name}-${analysisVersion}.${layoutVersion}`
  return { articles: `${generation}-articles`, months: `${generation}-month-`, cards: `${name}-cards` }
}

/**
 * The index of the month in which an article was published.
 *
 * @param at milliseconds since 1970
 */
export function monthIndex({ months }: IndexNames, at: number): string {
  return `${months}${new Date(at).toISOString().slice(0, 7).replace('-', '.')}`
}
