import type { Block } from './blocks.ts'

/** A postscript is a line or two; longer paragraphs tell something. */
const massMax = 420
/** Nobody closes with more. */
const linesMax = 6

/**
 * What newsrooms write under their stories: where else to read them, whom to tell, whose the rights are. Each pattern
 * holds at the beginning of a line only: "they have yet to find him" is how a story ends.
 */
const patterns = [
  /^\W*(?:you can |please |also )?(?:follow|like|find) (?:(?:him|her|them|us|me|the author)(?: on\b|$)|@\w|[\w ]{2,40} on (?:twitter|facebook|instagram|x|linkedin|youtube)\b)/iu,
  /^\W*(?:to )?(?:sign(?:ing)? up|subscribe) (?:to|for|here|now|today|below)\b|^\W*(?:get|join) (?:our|the) (?:free |daily |weekly |morning |email )*newsletters?\b/iu,
  /^\W*(?:do you )?(?:have|got) (?:a|any) (?:news )?(?:tips?|stor(?:y|ies))\b|^\W*get in touch with (?:us|our)\b|^\W*e-?mail .{0,60}@/iu,
  /^for (?:more|the latest) .{0,60}(?:stor(?:y|ies)|news|updates)\b|^(?:get|check out) .{0,40}(?:latest|more) /iu,
  /^(?:©|\(c\) ?\d|copyright\b|[\p{P}\s]*© )|^\W*all rights reserved\b|^\W*reprint permission\b/iu,
  /^(?:les |nos )?commentaires? (?:sont|est)\b|^seus? comentários?\b|^(?:comments (?:are|will)|leave (?:us )?a comment)\b/iu,
  /^\W*(?:unseren? )?(?:newsletter|nachrichten-app|news-app) (?:abonnieren|anmelden|herunterladen)|^\W*(?:abonnieren sie|abonnez-vous|inscrivez-vous)\b/iu,
  /^\W*(?:article )?réservée? aux abonnés|^\W*(?:suscr[ií]bete|iscriviti|assine (?:a|nossa))\b/iu,
  /^(?:ссылки по теме|оцените|читайте нас|подписывайтесь)|^(?:если вы )?(?:за|об)?на?(?:метили|шли|ружили) .{0,40}ошибк/iu,
  /^[（(\p{P}\s]*(?:免[责責]声?聲?明|声明|聲明|责任?编辑?|責任編輯|编辑|編輯|来源|來源|文章来源|本文来源|作者|分享到|延[展伸][阅閱][读讀]|相[关關]新[闻聞])/u,
  /^[\p{P}\s]*版[权權].{0,6}(?:声明|聲明|所有)/iu,
  /^\W*(?:لمتابعة|للاشتراك في|للمزيد من) .{0,60}(?:الأخبار|اخبار|أخبار|قناة|النشرة|تطبيق)/u,
]

/** The lines without what is written under the text, which is no part of it. */
export function withoutPostscript(lines: Block[]): Block[] {
  let end = lines.length
  while (end > 1 && lines.length - end < linesMax && isPostscript(lines[end - 1])) end--
  return lines.slice(0, end)
}

function isPostscript(line: Block | undefined): boolean {
  return line !== undefined && line.mass <= massMax && patterns.some((pattern) => pattern.test(line.text))
}
