import { normaliseText } from '@rafid/text'

/** Languages that newsrooms write in and readers name. */
const codes = (
  'ar en fr es de it pt ru zh ja ko tr fa ur ps ku ckb he hi bn ta te ml mr gu pa ne si th vi id ms tl sw am so ha yo ' +
  'zu af sq hy az be bg bs ca cs cy da el et eu fi ga gl hr hu is ka kk ky lt lv mk mn mt my nl no pl ro sk sl sr sv tg ' +
  'tk ug uk uz km lo'
).split(' ')
/** Languages of the interface, in which readers name others; they also use a language's own name for itself. */
const namers = ['ar', 'en', 'fr']

let table: ReadonlyMap<string, string> | null = null

/**
 * The code of a language by its code or its name: `ar`, `AR`, `Arabic`, «عربي», «العربية», `français`.
 *
 * @returns an ISO 639 code in lower case; what was given, in lower case, when it is no name we know
 */
export function languageNamed(name: string): string {
  const given = name.trim().toLowerCase()
  table ??= namesOfLanguages()
  return table.get(nameKey(given)) ?? given
}

function namesOfLanguages(): Map<string, string> {
  const names = new Map<string, string>()
  for (const code of codes) {
    for (const namer of [...namers, code]) {
      const name = new Intl.DisplayNames([namer], { type: 'language' }).of(code)
      if (name !== undefined && !names.has(nameKey(name))) names.set(nameKey(name), code)
    }
  }
  // A code means itself, whatever it may be the name of.
  for (const code of codes) names.set(code, code)
  return names
}

/** «العربية», «عربية» and «عربي» are one name. */
function nameKey(name: string): string {
  return normaliseText(name)
    .replace(/^ال(?=.{2})/, '')
    .replace(/(?<=.ي)ه$/, '')
}
