import { attribute, type DomElement } from './dom.ts'
import { namePattern } from './name-pattern.ts'

/**
 * How strongly an element's tag, role, class or style says that its text is not the article's:
 * 2 for what is something else by nature (comments, consent), 1 for what is usually something else (asides), 0 else.
 * Names are evidence to be judged by the share of text they would take away, for templates lie.
 */
export type Suspicion = 0 | 1 | 2

const strongTags = new Set([
  'nav',
  'footer',
  'dialog',
  'menu',
  'figcaption',
  'caption',
  'button',
  'address',
  'label',
  'legend',
])
const weakTags = new Set(['aside', 'header', 'form'])
/** Templates write the classes of the page, of its kind and of its category on these. */
const wholePage = new Set(['html', 'body', 'main', 'article'])
const strongRoles = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'search',
  'dialog',
  'alertdialog',
  'menu',
  'menubar',
  'toolbar',
  'complementary',
  'tooltip',
  'tablist',
])

const strongNames = namePattern(String.raw`
  comments? commentlist comment-?respond respond disqus\w* livefyre fb-comments cookies? cookiebar consent gdpr
  onetrust share shares sharing sharebar sharebox social(?!-media-embed|-embed) socials socialmedia addthis\w*
  addtoany sharethis sharedaddy a2a newsletters? subscri\w+ signup sign-up login regwall related\w* read-?also
  readalso see-?also recommend\w* recirc\w* more-?(?:stories|news|articles|from|on) most-?(?:read|popular|viewed)
  mostread popular\w* trending outbrain\w* taboola\w* zergnet similar you-?may also-?like breadcrumbs? crumbs?
  pagination pager navbar navigation nav menu menus footer\w* masthead topbar toolbar skip-?link screen-?reader\w*
  sr-only visually-?hidden visuallyhidden tags tag-?list taglist post-?tags keywords hashtags caption\w*
  wp-caption-text credit credits photo-?credit copyright advert\w* ads? adbox adslot adunit
  ad-?(?:slot|unit|container|wrapper|label|banner) dfp gpt banner\w* sponsor\w* promo\w*
  author-?(?:bio|about|content|box|info|card|description|profile) about-?(?:the-)?author bio biography byline\w*
  dateline timestamp post-?entry-?meta article-?meta metadata meta printonly modal msg-?box message-?box bookmarks?
  popup pop-up tooltip gallery-?nav ticker votes? poll quiz widget-?area table-of-contents jump-?links? infobox
  navbox reflist editsection mw-editsection noprint inread next-?(?:article|post) prev(?:ious)?-?(?:article|post)
  post-?nav\w* app-?(?:promo|download|banner) donat\w+ correction-?box
`)
const weakNames = namePattern(String.raw`
  teaser\w* carousel\w* overlay lightbox sidebar\w* side-?bar right-?(?:col\w*|rail|side) left-?rail secondary
  supplement\w* complementary aside box boxes infobox info-?box factbox header display-none d-none invisible
  list-?group links linklist latest headlines tools? controls? player(?!-?\d) video-?(?:info|meta|list|player)
  jwplayer partner\w* syndic\w* category categories kicker flag source thumb\w* gallery slideshow fancybox
  embed-?card listing listings calendar cta in-?article-?(?:module|box) hinweis interstitial event-?listing
`)
/** These say something only as whole names: builders put them into names of anything. */
const wholeNames = /(?:^|\s)(?:hidden|hide|is-hidden|toc|print|meta|rating|topics)(?=$|\s)/
const kindNames =
  /(?:^|[\s_-])(?:article|post|story|entry|news|content)[_-]{0,2}(?:body|text|content|main|detail\w*|inner|paragraphs?)|itemtext|fulltext|maincontent|main-content/
/** Layouts are named in fewer words. */
const slugWordsMin = 5
const headings = new Set(['h2', 'h3', 'h4', 'h5', 'h6'])
const hiddenStyle =
  /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|text-indent\s*:\s*-\d{3,}|left\s*:\s*-\d{4,}/i
/** «has-no-sidebar» speaks of what is not there. */
const negated = /(?<=^|[\s-])(?:has-no|hide|no|not|non|without|remove|disable)-[a-z-]+/g
const mayNegate = /(?:no|hide|not|non|without|remove|disable)-/
const capital = /[A-Z]/
const underscores = /_+/g
const camel = /([a-z\d])([A-Z])/g

/** @param known what is known of names already: templates write the same ones on many elements */
export function suspicionOf(element: DomElement, known: Map<string, Suspicion>): Suspicion {
  const { name } = element
  if (strongTags.has(name)) return 2
  const role = attribute(element, 'role')
  if (role !== '' && strongRoles.has(role)) return 2
  const named = wholePage.has(name) ? 0 : suspicionOfNames(element, known)
  if (named > 0) return named
  return weakTags.has(name) || isHidden(element) ? 1 : 0
}

function suspicionOfNames(element: DomElement, known: Map<string, Suspicion>): Suspicion {
  const written = writtenNames(element)
  if (written === '') return 0
  const isHeading = headings.has(element.name)
  const key = isHeading ? `h ${written}` : written
  const judged = known.get(key)
  if (judged !== undefined) return judged
  const suspicion = judge(spelledOut(written), isHeading)
  known.set(key, suspicion)
  return suspicion
}

function judge(names: string, isHeading: boolean): Suspicion {
  if (kindNames.test(names)) return 0
  if (strongNames.test(names)) return 2
  return !isHeading && (weakNames.test(names) || wholeNames.test(names)) ? 1 : 0
}

/** Whether an element's name says that it holds an article's text. */
export function namesMainText(element: DomElement): boolean {
  return element.name === 'article' || element.name === 'main' || isNamedForText(element)
}

/** Whether it is named for the text alone, without title and byline. */
export function isNamedForText(element: DomElement): boolean {
  return /articlebody/i.test(attribute(element, 'itemprop')) || kindNames.test(spelledOut(writtenNames(element)))
}

function writtenNames(element: DomElement): string {
  const names = element.attr('class') ?? ''
  const id = element.attr('id') ?? ''
  const component = element.attr('data-component') ?? ''
  const layout = id === '' || isSlug(id) ? names : `${names} ${id}`
  return component === '' ? layout : `${layout} ${component}`
}

function spelledOut(names: string): string {
  const apart = capital.test(names) ? names.replace(camel, '$1-$2') : names
  const plain = (apart.includes('_') ? apart.replace(underscores, '-') : apart).toLowerCase()
  return plain.includes('-') && mayNegate.test(plain) ? plain.replace(negated, ' ') : plain
}

/** Generators name chapters after their headings: such an anchor speaks of its subject. */
function isSlug(id: string): boolean {
  let words = 1
  for (let at = id.indexOf('-'); at !== -1 && words < slugWordsMin; at = id.indexOf('-', at + 1)) words++
  return words >= slugWordsMin
}

function isHidden(element: DomElement): boolean {
  if (element.attr('hidden') !== undefined || element.attr('aria-hidden') === 'true') return true
  const style = element.attr('style')
  return style !== undefined && hiddenStyle.test(style)
}
