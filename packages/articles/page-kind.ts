import { pageSignals, type PageInput, type PageSignals } from './page-kind-signals.ts'
import { saysEntrance, saysMissing } from './page-kind-words.ts'

/** What a page is. All but articles and paywalls hold no text of their own that is worth keeping. */
export type PageKind = 'article' | 'home' | 'section' | 'video' | 'login' | 'paywall' | 'soft-404' | 'empty'

/** A page's kind, why in a sentence, and the observations that the sentence rests on. */
export type PageVerdict = { kind: PageKind; reason: string; evidence: string[] }

/** What is thrown away for a title such as «Page not found» must be short. */
const missingMassMax = 800
/** Beside a form that asks for a password stands a sentence or two at most. */
const entranceMassMax = 300
/** Two sentences are a wire item; less under a player is its caption. */
const captionMassMax = 160
/** A description of a film that calls itself one. */
const videoMassMax = 450
/** A text that stops in the middle, of a page that says it costs money. */
const cutOffMassMax = 900
/** Fewer headlines, or fewer texts under them, are an article's own links. */
const headlinesMin = 6
const teasersMin = 3
/** So many where nothing else tells of a list. */
const undeclaredTeasersMin = 5
/** Share of the supposed article that is made of teasers: most for a front page, nearly all elsewhere. */
const frontShareMin = 0.5
const listShareMin = 0.8

type Rule = (signals: PageSignals) => { kind: PageKind; reason: string } | null

/** In this order: a missing page may have a list of stories under it, and a front page a form to log in. */
const rules: Rule[] = [soft404, login, home, section, video, paywall, empty]

/**
 * Tells articles from the other pages that a feed's link may lead to, by what the page itself shows and declares. In
 * doubt it is an article: a menu in the index is a smaller loss than an article that is not there. Pure; never throws.
 */
export function pageKind(page: PageInput): PageVerdict {
  const signals = pageSignals(page)
  const evidence = evidenceOf(signals)
  for (const rule of rules) {
    const found = rule(signals)
    if (found !== null) return { ...found, evidence }
  }
  return { kind: 'article', reason: 'The page holds a text of its own.', evidence }
}

function soft404({ names, mass, declared }: PageSignals): ReturnType<Rule> {
  const name = mass > missingMassMax || declared.dated ? undefined : names.find(saysMissing)
  return name === undefined
    ? null
    : { kind: 'soft-404', reason: `The page calls itself ${quoted(name)} and has no article.` }
}

function login({ names, mass, passwords, headlines, declared }: PageSignals): ReturnType<Rule> {
  if (mass > entranceMassMax || declared.dated) return null
  const name = names.find(saysEntrance)
  if (name !== undefined) return { kind: 'login', reason: `The page calls itself ${quoted(name)} and has no article.` }
  if (passwords === 0 || mass > captionMassMax || headlines >= headlinesMin || declared.article) return null
  return { kind: 'login', reason: 'The page asks for a password and shows hardly any text.' }
}

function home(signals: PageSignals): ReturnType<Rule> {
  const { isFront, headlines, declared } = signals
  if (!isFront || declared.dated || headlines < headlinesMin) return null
  if (!isList(signals, teasersMin, frontShareMin)) return null
  return { kind: 'home', reason: `The address is that of a site's front page, with ${headlines} linked headlines.` }
}

function section(signals: PageSignals): ReturnType<Rule> {
  const { headlines, teasers, isStory, declared } = signals
  if (isStory || declared.article || declared.dated || headlines < headlinesMin) return null
  const holds = declared.listing
    ? isList(signals, teasersMin, frontShareMin)
    : isList(signals, undeclaredTeasersMin, listShareMin)
  if (!holds) return null
  return { kind: 'section', reason: `The page lists stories: ${headlines} linked headlines, ${teasers} with a teaser.` }
}

function isList({ mass, teasers, share }: PageSignals, atLeast: number, shareMin: number): boolean {
  return mass <= captionMassMax || (teasers >= atLeast && share >= shareMin)
}

function video({ mass, players, declared }: PageSignals): ReturnType<Rule> {
  const most = declared.video ? videoMassMax : players > 0 && !declared.article ? captionMassMax : 0
  if (mass >= most || (players === 0 && !declared.video)) return null
  return { kind: 'video', reason: `The page shows a film and ${Math.round(mass)} letters of text.` }
}

function paywall({ mass, barredBy, isCutOff, declared }: PageSignals): ReturnType<Rule> {
  if (mass === 0 && barredBy === null) return null
  if (barredBy !== null)
    return { kind: 'paywall', reason: `The page shows a beginning and a notice: ${quoted(barredBy)}.` }
  if (!declared.notFree || !isCutOff || mass > cutOffMassMax) return null
  return { kind: 'paywall', reason: 'The page says that it is not free, and its text stops early.' }
}

function empty({ mass, obstacle, declared }: PageSignals): ReturnType<Rule> {
  if (obstacle !== null && !declared.dated)
    return { kind: 'empty', reason: `The page shows only a notice: ${quoted(obstacle)}.` }
  return mass > 0 ? null : { kind: 'empty', reason: 'The page shows no text that could be an article.' }
}

function evidenceOf(signals: PageSignals): string[] {
  const { mass, headlines, teasers, share, passwords, players, barredBy, isFront, isCutOff, declared } = signals
  const claims = Object.entries(declared).flatMap(([claim, holds]) => (holds ? [`declared ${claim}`] : []))
  return [
    `${Math.round(mass)} letters`,
    `${headlines} headlines`,
    ...(teasers > 0 ? [`${teasers} teasers, ${Math.round(100 * share)} % of the text`] : []),
    ...(passwords > 0 ? [`${passwords} password fields`] : []),
    ...(players > 0 ? [`${players} players`] : []),
    ...(isFront ? ['front address'] : []),
    ...(isCutOff ? ['cut off'] : []),
    ...(barredBy === null ? [] : ['notice to subscribe']),
    ...claims,
  ]
}

function quoted(text: string): string {
  const short = text.trim()
  return `“${short.length > 120 ? `${short.slice(0, 119).toWellFormed()}…` : short}”`
}
