import { readFileSync } from 'node:fs'
import { selectorProblem } from '@rafid/articles'
import type { SiteOverride } from '@rafid/articles'
import { ConfigError } from '@rafid/errors'
import { z } from 'zod'

/** What the extraction of a page is told of its site. */
export type OverrideOptions = { readonly override?: SiteOverride; readonly onUnmatched?: (selector: string) => void }

/** Finds what an operator said of the site of a page. */
export type SiteOverrides = (url: string) => OverrideOptions

const variable = 'RAFID_EXTRACTION_OVERRIDES'
const sitesMax = 10_000
const selectorsMax = 50
const selectorCharsMax = 500

const selector = z
  .string()
  .max(selectorCharsMax)
  .superRefine((text, context) => {
    const problem = selectorProblem(text)
    if (problem !== null) context.addIssue({ code: 'custom', message: `"${text}" ${problem}` })
  })

const host = z.string().transform((name, context) => {
  const url = /[\s:/?#@\\]/.test(name) ? null : URL.parse(`http://${name}/`)
  if (url !== null) return url.hostname
  context.addIssue({ code: 'custom', message: 'must be the name of a host, such as news.example' })
  return z.NEVER
})

const overrides = z
  .record(
    host,
    z
      .strictObject({ text: selector.optional(), drop: z.array(selector).max(selectorsMax).optional() })
      .refine(({ text, drop }) => text !== undefined || drop !== undefined, 'has neither "text" nor "drop"'),
  )
  .refine((sites) => Object.keys(sites).length <= sitesMax, `has more than ${sitesMax} hosts`)

/**
 * Reads the operator's overrides of the extraction.
 *
 * @param path a JSON file; undefined for none
 * @param log is told once of each selector that matches nothing
 * @throws ConfigError with every problem of the file at once
 */
export function loadSiteOverrides(
  path: string | undefined,
  log: { warn(fields: object, message: string): void },
): SiteOverrides {
  const sites = path === undefined ? new Map<string, SiteOverride>() : readFile(path)
  const noted = new Set<string>()
  return (url) => {
    const site = siteOf(new URL(url).hostname, sites)
    if (site === null) return {}
    const onUnmatched = (text: string): void => {
      const note = `${site.host} ${text}`
      if (noted.has(note)) return
      noted.add(note)
      log.warn({ host: site.host, selector: text, url }, 'a selector of the extraction overrides matches nothing')
    }
    return { override: site.override, onUnmatched }
  }
}

/** The host itself or the nearest domain above it. */
function siteOf(
  hostname: string,
  sites: ReadonlyMap<string, SiteOverride>,
): { host: string; override: SiteOverride } | null {
  for (let name = hostname.replace(/\.$/, ''); name !== ''; name = name.split('.').slice(1).join('.')) {
    const override = sites.get(name)
    if (override !== undefined) return { host: name, override }
  }
  return null
}

function readFile(path: string): Map<string, SiteOverride> {
  const setting = `${variable}="${path}"`
  const read = overrides.safeParse(parsed(path, setting))
  if (read.success) return new Map(Object.entries(read.data))
  throw new ConfigError(read.error.issues.map((issue) => `${setting}: ${whereOf(issue)}${messageOf(issue)}.`))
}

function parsed(path: string, setting: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new ConfigError([`${setting} cannot be read: ${reason}.`])
  }
}

function whereOf({ path }: z.core.$ZodIssue): string {
  return path.length === 0 ? '' : `${path.map(String).join(' → ')}: `
}

/** Zod says of a key only that it is invalid; why is one level deeper. */
function messageOf(issue: z.core.$ZodIssue): string {
  return issue.code === 'invalid_key' ? issue.issues.map(({ message }) => message).join('; ') : issue.message
}
