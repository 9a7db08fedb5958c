import { normaliseText } from '@rafid/text'

import { metaOf, type PageFacts } from './page-facts.ts'

/** Names of sections are short; longer text is a sentence. */
const sectionCharsMax = 60
/** The front page is in every path and is no section. */
const frontPage =
  /^(?:home|home ?page|start|startseite|accueil|inicio|portada|الرئيسيه|الصفحه الرئيسيه|صفحه نخست|خانه|ana ?sayfa|главная|首页|トップ|ホーム|홈)$/

/**
 * The section of its site that an article stands in: as declared (article:section, schema.org's articleSection), else the
 * last but one step of the path that the page shows, when that path is plain: front page, sections, article.
 *
 * @param title the article's title, which is often the path's last step
 */
export function articleSection(facts: PageFacts, title: string): string | null {
  const declared = [
    metaOf(facts, 'article:section', 'parsely-section', 'cxenseparse:section'),
    facts.data?.section ?? null,
  ]
  for (const section of declared) if (section !== null && isSection(section, title)) return section.trim()
  const path = (facts.data?.breadcrumb.length ?? 0) > 1 ? (facts.data?.breadcrumb ?? []) : facts.breadcrumb
  const steps = path.filter((step) => isSection(step, title))
  return steps.at(-1) ?? null
}

function isSection(text: string, title: string): boolean {
  const name = normaliseText(text)
  if (name === '' || text.length > sectionCharsMax || /https?:|[<>{}]|^\d+$/.test(name)) return false
  return !frontPage.test(name) && !normaliseText(title).startsWith(name)
}
