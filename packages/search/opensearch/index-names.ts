import { analysisVersion } from '@rafid/text'

/** Goes up with every change of how an article is laid out in the index: one of another layout must be built anew. */
const layoutVersion = 1

/** What the indices of one installation are called. */
export type IndexNames = {
  /** What all of them begin with. */
  readonly installation: string
  /** Leads to the articles of every month. */
  readonly articles: string
  /** Begins the name of the index of every month. */
  readonly months: string
  /** What is known of articles and stories by their ids. */
  readonly cards: string
}

/**
 * The names of the indices of one installation. Articles are analysed and laid out in one way in all that bear one name.
 *
 * @param name of the installation: lower case letters, digits and dashes
 * @param version of the analysis
 */
export function indexNames(name: string, version: number = analysisVersion): IndexNames {
  const generation = `${name}-${version}.${layoutVersion}`
  return {
    installation: name,
    articles: `${generation}-articles`,
    months: `${generation}-month-`,
    cards: `${name}-cards`,
  }
}

const monthlyFrom = 2020
const yearlyFrom = 2000

/**
 * The index of the month in which an article was published. Older articles, of which there are few, share one of a year
 * or one of the last millennium: a publisher of invented dates cannot have the cluster make thousands.
 *
 * @param at milliseconds since 1970
 * @returns names whose order is that of time
 */
export function monthIndex({ months }: IndexNames, at: number): string {
  const date = new Date(at)
  const year = date.getUTCFullYear()
  if (year < yearlyFrom) return `${months}0000`
  return `${months}${year < monthlyFrom ? year : date.toISOString().slice(0, 7).replace('-', '.')}`
}

/** Whether an index holds articles of this installation as an older release analysed or laid them out. */
export function isOutdated({ installation, months }: IndexNames, index: string): boolean {
  const ofInstallation =
    index.startsWith(`${installation}-`) && /^\d+\.\d+-month-/.test(index.slice(installation.length + 1))
  return ofInstallation && !index.startsWith(months)
}
