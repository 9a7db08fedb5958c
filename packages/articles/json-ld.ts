import { decodeEntities } from './decode-entities.ts'
import { collapse, textOf, type DomElement } from './dom.ts'

/** What a page says of its article in schema.org's words; evidence, field by field. */
export type ArticleData = {
  headline: string | null
  authors: string[]
  publishedAt: string | null
  modifiedAt: string | null
  image: string | null
  keywords: string[]
  body: string | null
  description: string | null
  lang: string | null
  publisher: string | null
  section: string | null
  breadcrumb: string[]
}

const scriptCharsMax = 1_000_000
const nodesMax = 2_000
const imageDepthMax = 4
const articleType = /(?:article|blogposting|newsitem|report|posting|review|recipe|webpage|videoobject)$/i
const newsType = /(?:article|blogposting|liveblogposting|report)$/i

type Json = Record<string, unknown>

/** Reads schema.org data from a page's JSON-LD scripts; broken or foreign data gives null. */
export function articleData(scripts: DomElement[]): ArticleData | null {
  const nodes = scripts.flatMap((script) => nodesIn(parse(rawText(script))))
  const typed = nodes.filter((node) => typesOf(node).some((type) => articleType.test(type)))
  const best = typed.find((node) => typesOf(node).some((type) => newsType.test(type))) ?? typed[0]
  if (best === undefined) return null
  const page = typed.find((node) => typesOf(node).some((type) => /webpage$/i.test(type)))
  return dataOf(page === undefined ? best : { ...datesOf(page), ...best }, nodes)
}

/** An article that does not say when is as old as its page. */
function datesOf(page: Json): Json {
  return { datePublished: page['datePublished'], dateModified: page['dateModified'] }
}

function dataOf(node: Json, nodes: Json[]): ArticleData {
  return {
    headline:
      plain(node['headline']) ?? (typesOf(node).some((type) => newsType.test(type)) ? plain(node['name']) : null),
    authors: namesOf(node['author'] ?? node['creator'], nodes),
    publishedAt: plain(node['datePublished']) ?? plain(node['dateCreated']) ?? plain(node['uploadDate']),
    modifiedAt: plain(node['dateModified']),
    image: imageOf(node['image']) ?? imageOf(node['thumbnailUrl']),
    keywords: keywordsOf(node['keywords']),
    body: plainParagraphs(node['articleBody']),
    description: plain(node['description']),
    lang: plain(node['inLanguage']),
    publisher: namesOf(node['publisher'], nodes)[0] ?? null,
    section: plainsOf(node['articleSection'])[0] ?? null,
    breadcrumb: breadcrumbOf(nodes),
  }
}

function parse(text: string): unknown {
  const json = text
    .slice(0, scriptCharsMax)
    .replace(/^\s*(?:<!--|<!\[CDATA\[|\/\/\s*<!\[CDATA\[)/, '')
    .replace(/(?:-->|(?:\/\/\s*)?\]\]>|;)\s*$/, '')
  // Publishers leave line breaks inside strings; JSON knows no raw control characters at all.
  const whole = parsed(json) ?? parsed(json.replace(/\p{Cc}/gu, ' '))
  // Broken data is common and expected: a comma too many, a quotation mark inside a text.
  return whole === undefined ? salvaged(json) : whole
}

/** @returns undefined for what is no JSON */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** The plain facts of data that cannot be parsed; the first of each, for the article comes before what it mentions. */
function salvaged(json: string): Json | null {
  const type = /"@type"\s*:\s*"(\w{0,20}(?:Article|Posting))"/.exec(json)?.[1]
  if (type === undefined) return null
  const field = (name: string) => new RegExp(`"${name}"\\s*:\\s*"([^"\\\\]{1,300})"\\s*[,}\\]]`).exec(json)?.[1]
  const author = /"author"\s*:\s*[[{][^\]}]{0,200}"name"\s*:\s*"([^"\\]{1,100})"/.exec(json)?.[1]
  const [headline, datePublished, dateModified] = ['headline', 'datePublished', 'dateModified'].map(field)
  if (headline === undefined && datePublished === undefined) return null
  return { '@type': type, headline, datePublished, dateModified, author }
}

function nodesIn(data: unknown): Json[] {
  const nodes: Json[] = []
  const waiting: unknown[] = [data]
  for (let at = 0; at < waiting.length && nodes.length < nodesMax; at++) {
    const value = waiting[at]
    if (Array.isArray(value)) waiting.push(...value.slice(0, nodesMax))
    else if (isJson(value)) {
      nodes.push(value)
      waiting.push(
        value['@graph'],
        value['mainEntity'],
        value['mainEntityOfPage'],
        value['hasPart'],
        value['breadcrumb'],
      )
    }
  }
  return nodes
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function typesOf(node: Json): string[] {
  return [node['@type']].flat().filter((type) => typeof type === 'string')
}

function namesOf(value: unknown, nodes: Json[]): string[] {
  const all: unknown[] = Array.isArray(value) ? value.slice(0, 20) : [value]
  return all.flatMap((one) => {
    if (typeof one === 'string') return plain(one) ?? []
    if (!isJson(one)) return []
    const named = one['name'] === undefined ? nodes.find((node) => node['@id'] === one['@id']) : one
    const name = named?.['name']
    return (Array.isArray(name) ? name : [name]).flatMap((each: unknown) => plain(each) ?? [])
  })
}

function plainsOf(value: unknown): string[] {
  return [value].flat().flatMap((one) => plain(one) ?? [])
}

function breadcrumbOf(nodes: Json[]): string[] {
  const list = nodes.find((node) => typesOf(node).includes('BreadcrumbList'))?.['itemListElement']
  if (!Array.isArray(list)) return []
  return list.slice(0, 20).flatMap((step: unknown) => {
    if (!isJson(step)) return []
    const item = step['item']
    return plain(step['name']) ?? (isJson(item) ? plain(item['name']) : null) ?? []
  })
}

/** @param depth how often an address may yet lie inside another: hostile data nests further than any call stack */
function imageOf(value: unknown, depth = imageDepthMax): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : value
  if (typeof first === 'string') return first
  if (!isJson(first) || depth === 0) return null
  return imageOf(first['url'], depth - 1) ?? imageOf(first['contentUrl'], depth - 1)
}

function keywordsOf(value: unknown): string[] {
  const all: unknown[] = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[,،;]/) : []
  return all.slice(0, 100).flatMap((one) => (isJson(one) ? plain(one['name']) : plain(one)) ?? [])
}

function plain(value: unknown): string | null {
  if (typeof value !== 'string') return null
  return collapse(decodeEntities(value).replace(/<[^<>]*>/g, ' ')) || null
}

function plainParagraphs(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const marked = decodeEntities(value)
    .replace(/<\/?(?:p|div|br|li|h\d)\b[^<>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
  return (
    marked
      .split(/[\r\n]+| {4,}/)
      .map(collapse)
      .filter(Boolean)
      .join('\n\n') || null
  )
}

function rawText(script: DomElement): string {
  const text = script.children[0]
  return text !== undefined && 'data' in text ? text.data : textOf(script)
}
