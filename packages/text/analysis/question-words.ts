import { isFunctionWord } from '../is-function-word.ts'
import { termsOf } from '../tokenise.ts'

/**
 * What questions are asked with. Reports hardly have these words, so by their rarity they would tell much; they tell nothing of
 * what is asked for. Words that also name something (Turkish «kim», French «est») are left out where that is common.
 */
const questionWords: Readonly<Record<string, string>> = {
  ar: 'ما ماذا من متى أين كيف كم لماذا أي أية هل بماذا لمن ممن عما مم مما وما وكم هو هي',
  de: 'was wer wem wen wessen wann wo wohin woher warum wie wieviel wieviele viele welche welcher welches welchem welchen womit wofür wodurch worin',
  el: 'τι ποιος ποια ποιο ποιοι ποιες ποιον ποιου ποιαν πότε πού πως πώς γιατί πόσο πόσα πόσοι πόσες πόσους',
  en: 'what which who whom whose when where why how many much did does do was were is are',
  es: 'qué quién quiénes cuál cuáles cuándo dónde cómo cuánto cuánta cuántos cuántas',
  fa: 'چه چی کی کجا کدام چند چقدر چگونه چطور چرا آیا کسی',
  fr: 'l d n s c j m t qu qui que quoi quel quelle quels quelles quand où comment combien pourquoi lequel laquelle lesquels lesquelles',
  hi: 'क्या कौन कब कहाँ कहां कैसे कितना कितने कितनी किस किसने किसका किसकी किसके क्यों कौनसा किन',
  it: 'l d un che chi cosa quale quali quando dove come quanto quanta quanti quante perché',
  ja: '何 誰 いつ どこ なぜ どう',
  nl: 'wat wie wanneer waar waarom hoe hoeveel welk welke',
  pl: 'co kto kogo kiedy gdzie dlaczego jak ile który która które jaki jaka jakie czy',
  pt: 'que quem qual quais quando onde como quanto quanta quantos quantas porquê',
  ro: 'ce cine cui când unde cum cât câtă câți câte care de',
  ru: 'что кто кого кому чем кем какой какая какое какие каком каким когда где куда откуда почему как сколько чей',
  tr: 'ne neyi neden nerede nereden nereye hangi hangisi hangileri nasıl niçin kaç kim kimin kime kimdir nedir mi mı mu mü',
  ur: 'کیا کون کب کہاں کیسے کتنا کتنے کتنی کس کیوں کونسا کونسی کن',
  vi: 'gì ai nào đâu sao mấy bao nhiêu khi',
  zh: '什么 谁 哪里 哪个 何时 多少 怎么',
}

const sets = new Map(
  Object.entries(questionWords).map(([lang, words]) => [
    lang,
    new Set(words.split(' ').flatMap((word) => termsOf(word))),
  ]),
)

/**
 * Whether a word of a query says nothing of what is asked for: a word of grammar, or one to ask with.
 *
 * @param term the normalised word
 * @param lang ISO 639-1 code
 */
export function isAskingWord(term: string, lang: string): boolean {
  return isFunctionWord(term, lang) || (sets.get(lang)?.has(term) ?? false)
}
