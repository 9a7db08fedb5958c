/** A way of writing, in an encoding that nothing but its statistics gives away. */
export type WritingSystem = {
  /** As `TextDecoder` calls it. */
  readonly charset: string
  /** Codes of the languages written so (ISO 639-1). */
  readonly langs: readonly string[]
  /** Letters beyond ASCII that its texts are mostly made of; in Latin scripts all that it has. */
  readonly frequent: ReadonlySet<string>
  /** Whether letters beyond ASCII stand among those of ASCII. */
  readonly isLatin: boolean
}

const system = (charset: string, langs: string, letters: string, isLatin = false): WritingSystem => ({
  charset,
  langs: langs.split(' '),
  frequent: new Set(letters),
  isLatin,
})

const russian = 'оеаинтсрвлкмдпуыьязбг'
const han =
  '的一是不了人在有中大上和子出年也就下以生自之家可小心天而都日起成事只作文手行方如前所本公同三老知民分外身高意法此二理美月明其全工己者向部正名定女力最新什打便位因重被走四第相次政海口使教西再平世信北少加化由代入先山五太水市等使用報月期油上日電場員會社式交金力'
const simplified = `${han}这来国个到说们为时地得那会过学对后么没还发当开无现进样动两长经头见将从种声话情问机几给很业间电门气关并产万军总处场师书员报马张难数东车应路亲务制称与联实华闻价涨击导`
const traditional = `${han}這來國個到說們為時地得那會過學對後麼沒還發當開無現進樣動兩長經頭見將從種聲話情問機幾給很業間電門氣關並產萬軍總處場師書員報馬張難數東車應路親務制稱與聯實華聞價漲擊導`
const japanese =
  'のにはをたがでてとしれさいなもるりこらあくっかうきまよすつそどえせけおみわちだじやめばずんアイウエオカキクケコサシスセソタチツテトナニネノハヒフヘホマミムメモヤユヨラリルレロワンーッャュョジドデビバパプ日本一年大人会国中上出時行事地方新者社発東長政業内格原油昇価米'
const korean =
  '이다의는에을가한고하지로사기도를서어리대인은자시해스있전정나그라수아부일보장제구상원주유성국공니비동관여계들과만오무조경세마우치면연게소신러중화미생거선진안위적실방모당개분단물명발회결차학'

/** In order of how often they are met: where two are equally likely, the first has it. */
export const latinSystems: readonly WritingSystem[] = [
  system('windows-1252', 'fr', 'éèàêçùâîôûëïüœæÉÈÀÊÇ', true),
  system('windows-1252', 'es gl ca', 'áéíóúñüçàèòïÁÉÍÓÚÑ', true),
  system('windows-1252', 'de', 'äöüßÄÖÜé', true),
  system('windows-1252', 'pt', 'ãõáéíóúâêôçàÁÉÍÓÚÃÕÇ', true),
  system('windows-1252', 'it', 'àèéìòùÀÈÉÌÒÙ', true),
  system('windows-1252', 'sv no nb da fi', 'åäöæøéÅÄÖÆØ', true),
  system('windows-1252', 'is', 'áéíóúýþæöðÁÉÍÓÚÝÞÆÖÐ', true),
  system('windows-1252', 'nl en', 'ëïéèüö', true),
  system('windows-1254', 'tr az', 'ığşçöüâîİĞŞÇÖÜ', true),
  system('windows-1250', 'pl', 'ąćęłńóśźżĄĆĘŁŃÓŚŹŻ', true),
  system('windows-1250', 'cs sk', 'áčďéěíňóřšťúůýžľĺŕäôÁČĎÉÍŇÓŘŠŤÚÝŽĽ', true),
  system('windows-1250', 'hu', 'áéíóöőúüűÁÉÍÓÖŐÚÜŰ', true),
  system('windows-1250', 'ro', 'ăâîşţĂÂÎŞŢ', true),
  system('windows-1250', 'hr sl bs sr', 'čćžšđČĆŽŠĐ', true),
  system('windows-1257', 'lt lv et', 'ąčęėįšųūžāēģīķļņõäöüĀČĒĢĪĶĻŅŠŪŽ', true),
]

export const otherSystems: readonly WritingSystem[] = [
  system('windows-1256', 'ar', 'اليمنورتبةهدعسفكأقح'),
  system('windows-1256', 'fa ur', 'ایيردنهوبمتسشکكگپچ'),
  system('windows-1251', 'ru uk bg be mk sr', russian),
  system('koi8-r', 'ru', russian),
  system('windows-1253', 'el', 'αοιετσνηυρπκλμςάίέήόύώδγ'),
  system('windows-1255', 'he', 'יוהלאתשרמבנםדקעפ'),
  system('windows-874', 'th', 'านรอกเงมยลวดทสตะ่้ปบคหิีัแไ'),
  system('iso-8859-6', 'ar', 'اليمنورتبةهدعسفكأقح'),
  system('iso-8859-5', 'ru', russian),
  system('shift_jis', 'ja', japanese),
  system('euc-jp', 'ja', japanese),
  system('gb18030', 'zh', simplified),
  system('big5', 'zh', traditional),
  system('euc-kr', 'ko', korean),
]
