/** The small words that no sentence of a language does without, and letters only it (or few others) writes. */
export type FunctionWords = { words: string; letters?: string }

/** Languages written in Latin letters. */
export const latinLanguages: Record<string, FunctionWords> = {
  en: { words: 'the of and to in is was for on that with as at by from it are be this have has not but which will an' },
  fr: {
    words: 'le la les des et est un une du dans que qui pour par sur avec au plus ne pas ce sont aux ont cette',
    letters: 'êèçœù',
  },
  es: {
    words: 'el la los las de que y en un una por con para del se su al es no lo como más pero sus fue',
    letters: 'ñ¿¡',
  },
  de: {
    words: 'der die das und ist von mit den dem ein eine nicht auf für im sich auch zu des wird als bei nach aus sie',
    letters: 'ßäöü',
  },
  it: {
    words: 'il di che la è per un una del della con non sono gli nel alla dei le più anche si ha da dal come',
    letters: 'ìò',
  },
  pt: {
    words: 'de que o a do da em um uma não para com os as no na por mais dos das se foi ao como pelo',
    letters: 'ãõç',
  },
  nl: { words: 'de het een van en in is dat op te zijn met voor niet aan er om ook als bij naar maar door wordt uit' },
  tr: {
    words: 've bir bu için ile de da olan olarak gibi daha çok en ne kadar sonra değil olduğu ise var göre',
    letters: 'ğış',
  },
  pl: {
    words: 'i w na z się nie do to że jest o jak po od za przez są dla oraz ale co tym tego który także',
    letters: 'ąęłńśźż',
  },
  sv: {
    words: 'och att det som en på är av för med den till inte har om ett men var jag från vi kan ska efter',
    letters: 'åäö',
  },
  no: {
    words: 'og i det som en på er av for med den til ikke har om et men var jeg fra vi kan skal etter ble å',
    letters: 'æøå',
  },
  da: {
    words: 'og i det som en på er af for med den til ikke har om et men var jeg fra vi kan skal efter blev at',
    letters: 'æøå',
  },
  fi: {
    words: 'ja on ei se että oli hän ovat kun mutta joka myös kuin sen mukaan tai ole vain jo nyt ollut',
    letters: 'äö',
  },
  cs: {
    words: 'a v na se je že to s z o do i pro by jako ale za jsou po který podle však od při bude',
    letters: 'řěůčžý',
  },
  sk: {
    words: 'a v na sa je že to s z o do aj pre by ako ale za sú po ktorý podľa však od pri bude',
    letters: 'ľŕôčžý',
  },
  hu: { words: 'a az és hogy nem is egy ez volt meg de csak már még el van ki mint vagy lesz szerint', letters: 'őű' },
  id: {
    words:
      'yang dan di untuk dengan dari ini pada itu tidak akan dalam ke juga oleh sebagai adalah telah tersebut para',
  },
  ms: {
    words:
      'yang dan di untuk dengan dari ini pada itu tidak akan dalam ke juga oleh sebagai adalah telah beliau kerana',
  },
  ro: {
    words: 'de și în a la cu că pe nu din care este un o pentru mai au fost sa prin după să ale sunt',
    letters: 'șțăâ',
  },
  vi: {
    words: 'và của là có cho không trong được với các một những người đã khi đến này từ ra để về',
    letters: 'ăâđêôơưạảấầẩậắằặẹẻẽếềểệỉịọỏốồổộớờởợụủứừửữựỳỵỷỹ',
  },
  hr: {
    words: 'i u je na se da za su od s kao koji ne će o što bi iz ali nije biti bio do koja kako',
    letters: 'čćđšž',
  },
  lt: { words: 'ir kad yra su į iš tai kaip bet buvo už apie dėl taip nuo po dar jau jo jos', letters: 'ėįųūę' },
  lv: { words: 'un ir ka uz no par ar tas kā bet arī lai vai pēc bija nav līdz jau to viņš', letters: 'āēīļņķģ' },
  et: { words: 'ja on ei et see oli kui ka ta mis oma aga ning või kes välja nagu seda pole juba', letters: 'õäöü' },
  sw: { words: 'na ya wa kwa ni katika la za kuwa hii cha huo kama hiyo baada pia huyo watu alisema mwaka' },
  ca: { words: 'el la de i que els les en un una per amb del al és no ha dels més com aquest són', letters: 'çï·' },
}

/** Languages written in Cyrillic letters. */
export const cyrillicLanguages: Record<string, FunctionWords> = {
  ru: { words: 'и в не на что с по как это для из его от а о за к у был также его но при', letters: 'ыэъё' },
  uk: { words: 'і в не на що з та до як це для від його про за у а під або він є', letters: 'їєґ' },
  bg: { words: 'и в на да се за от е с че по са не до ще като това при или си беше', letters: 'ъ' },
  sr: { words: 'и у је на се да за су од са као који не ће о што би из али није', letters: 'ћђјљњџ' },
  mk: { words: 'и во на да се за од е со што не ги ќе го како но или при по беше', letters: 'ѓќѕјљњџ' },
  be: { words: 'і ў не на што з у як гэта для па ад яго пра за да або каб але', letters: 'ўыэ' },
  kk: { words: 'және мен бұл үшін бойынша деп бар бір туралы болып екі жылы деген еді', letters: 'әғқңөұүһі' },
}

/** Languages written in Arabic letters; the words stand in the form a newspaper prints. */
export const arabicScriptLanguages: Record<string, FunctionWords> = {
  ar: {
    words: 'في من على إلى أن التي الذي عن هذا هذه ما لا مع كما بين بعد قد كان أو وقال لم ذلك خلال عند حيث إن كل',
    letters: 'ةإأ',
  },
  fa: { words: 'و در به از که این را با است برای آن شد کرد می های یک تا خود بر شده نیز هم اما', letters: 'پچژگک' },
  ur: { words: 'کے میں کی ہے اور سے کا کو نے پر کہ ہیں یہ اس کر بھی تھا گیا ہو لیے نہیں', letters: 'ٹڈڑےںہھ' },
  ckb: { words: 'لە بە و کە بۆ ئەو ئەم لەگەڵ دەکات کرد هەر هەموو ئەوەی سەر بوو', letters: 'ۆێەڕڵڤ' },
  ps: { words: 'په د چې کې او ته دی هم يې له ده دا نه شوي کړي وو سره', letters: 'ټډړښږڅځېۍڼ' },
  ug: { words: 'ۋە بىلەن بۇ بىر دەپ قىلىش ئۈچۈن ئۇ بولغان خىتاي', letters: 'ۈۇۋېڭ' },
  sd: { words: '۾ جي جو جا ۽ کي آهي سان تي ته هن کان نه', letters: 'ڀٺٻڄڃڇڌڊڏڙڳڱ' },
}

/** Languages written in Devanagari. */
export const devanagariLanguages: Record<string, FunctionWords> = {
  hi: { words: 'के में की है और से का को ने पर कि हैं यह इस कर भी था गया हो लिए नहीं' },
  mr: { words: 'आहे आणि या व ते हे की तर होते नाही केली असे होता त्यांनी झाली यांनी', letters: 'ळ' },
  ne: { words: 'छ र को मा ले का पनि गरेको छन् भएको हो लागि तथा गर्न भने उनले' },
}
