/** What a label line announces. */
export type CueRole =
  | 'read-also'
  | 'similar'
  | 'tags'
  | 'source'
  | 'promotion'
  | 'share'
  | 'comments'
  | 'caption'
  | 'published'
  | 'updated'
  | 'byline'
  | 'boilerplate'

/**
 * Phrases that open label lines, by role: Arabic, English, then French, Spanish, German, Turkish, Persian and Russian.
 * One phrase a bar; words apart by a slash stand for one another, and a phrase among them has underscores for blanks.
 * They are compared in normalised form, so one spelling stands for all. None of them means anything inside a sentence.
 */
export const cuePhrases: Record<CueRole, string> = {
  'read-also': `
    تابع/تابعوا/طالعوا/شاهدوا/انظر/اقرؤوا/اقراوا/اقرئي ايضا|قد يهمكم/قد_تهمك/قد_يعجبكم ايضا|اقرا في_المزيد/التالي/اكثر|خبر/خبر_له/موضوع ذو_صلة|
    لا يفوتكم/تفوتك/تفوت_قراءة|ربما يهمك|يهمك/يهمكم ايضا|اقرا للكاتب|من ارشيفنا|لقراءة المزيد|لمعرفة المزيد|لمطالعة المزيد|فيديو قد_يعجبك|اقرا عن|
    in case you missed it|icymi|you may/might also/have like/be_interested_in/missed|read the full/next/related story|related reading/story/article|also of interest|more like this|
    à lire/voir/découvrir aussi/également/ensuite|lire/voir également/ensuite|sur le même thème|pour aller plus loin|en savoir plus|ne manquez pas|articles à lire aussi|
    bunları da okuyun|bunlar da ilginizi çekebilir|bu da ilginizi çekebilir|ilginizi çekebilir|ilginizi çekebilecek haberler|bunu da oku|ayrıca/şunu_da/bunu_da oku/okuyun/bakın|devamını oku|ilgili haber|
    بیشتر/همچنین/اینجا/حتما بخوانید/بخوان/ببینید|بیشتر بدانید|مطلب/خبر مرتبط|این/این_خبر را_هم/را_نیز بخوانید|پیشنهاد مطالعه|در همین زمینه/رابطه|از دست ندهید|بیشتر در_این_باره|
    اقرا ايضا|اقرا ايضًا|اقرا المزيد|اقرا كذلك|طالع ايضا|طالعوا ايضا|شاهد ايضا|انظر ايضا|تابع ايضا|قد يهمك ايضا|قد يهمك|قد يعجبك ايضا|
    يمكنك ايضا قراءة|لا يفوتك|للمزيد من الاخبار|لمزيد من التفاصيل|للمزيد|المزيد حول|اقرأوا ايضا|وايضا|
    read also|also read|read more|see also|read next|more on this story|more on this topic|don't miss|you may also like|you might also like|
    also see|related|further reading|recommended for you|keep reading|what to read next|read this next|up next|you may also enjoy|watch also|related coverage|
    lire aussi|à lire aussi|a lire egalement|lisez aussi|voir aussi|sur le meme sujet|lea tambien|lea también|lee tambien|te puede interesar|
    ver tambien|tambien le puede interesar|lesen sie auch|lesen sie mehr|auch interessant|mehr zum thema|zum thema|siehe auch|lesetipp|mehr dazu|
    ayrica okuyun|bunu da okuyun|ilgili haber|بیشتر بخوانید|همچنین بخوانید|بخوانید|مطالب مرتبط|читайте также|читать также|смотрите также|по теме|
    leggi anche|leia também|leia mais|veja também|lees ook|czytaj też|czytaj także|zobacz też|zobacz także|przeczytaj także|zobacz również|baca juga|
    διαβάστε επίσης|διαβάστε ακόμη|δείτε επίσης|читайте по теме|相关阅读|延伸阅读|相关新闻|延展閱讀|相關新聞|相關閱讀|ссылки по теме|другие материалы|czytaj więcej|関連記事|あわせて読みたい|관련기사`,
  similar: `
    مقالات/مواضيع/موضوعات/اخبار/تقارير/مواد/قصص/المقالات/المواضيع/الموضوعات/الاخبار/التقارير/خبر/مقال مشابهة/مشابه/متشابهة/متعلقة/مرتبطة/متصلة/ذات_صلة/ذات_الصلة/ذات_علاقة/ذات_العلاقة/اخرى/مقترحة/قد_تهمك/قد_تعجبك/مختارة/المشابهة/المتعلقة/المرتبطة|
    اكثر/الاكثر قراءة/مشاهدة/تداولا/تعليقا/تفاعلا/بحثا/رواجا/ارسالا|اخر/احدث الاخبار/المقالات/المستجدات/المواضيع/المنشورات|مزيد/المزيد من_الاخبار/من_المقالات/من_المواضيع/من_التقارير/من_القسم|مختارات/اخترنا لكم/لكم_ايضا/لك/القراء/المحرر|
    اقترحنا/نرشح/ننصحك لك/لكم/بقراءة|من نفس القسم|في نفس/ذات القسم/السياق/الموضوع|الاخبار الرئيسية|اهم الاخبار|اخبار تهمك|
    related/similar/more/other/recommended/latest/popular/recent/suggested/further articles/stories/news/posts/content/topics/coverage/items/headlines|more in this_section/this_topic|more on_this/from_this topic/story/section/site|most shared/commented/discussed|
    articles/actualités/sujets/contenus/publications similaires/liés/liées/connexes/associés/recommandés/populaires/récents/suggérés|sur le même sujet|les plus lus/lues/partagés/consultés|autres articles|plus d'articles|dans la même rubrique|à la une|à lire également|
    benzer/ilgili/diğer/son/önerilen/popüler haberler/yazılar/makaleler/içerikler/konular|en çok okunanlar/okunan_haberler|çok okunan_haberler|son dakika_haberleri|sizin için_seçtiklerimiz|
    مطالب/مقالات/اخبار/خبرهای/نوشته‌های/پست‌های/گزارش‌های/آخرین مشابه/مرتبط/دیگر/پیشنهادی/برگزیده/خواندنی/اخبار/خبرها/مطالب|پربازدیدترین/پربیننده‌ترین/پربحث‌ترین خبرها/اخبار/مطالب/ها|پربیننده‌ترین‌ها|تازه‌ترین/جدیدترین اخبار/خبرها/مطالب|
    مقالات مشابهة|مقالات ذات صلة|مقالات متعلقة|مقالات قد تعجبك|مقالات قد تهمك|اخبار ذات صلة|اخبار متعلقة|اخبار مشابهة|اخبار قد تهمك|
    الاخبار ذات الصلة|مواضيع ذات صلة|مواضيع ذات علاقة|مواضيع متعلقة|مواضيع مرتبطة|مواضيع مشابهة|موضوعات ذات صلة|الموضوعات المتعلقة|
    ذات صلة|في نفس السياق|المزيد من الاخبار|المزيد من المقالات|احدث الاخبار|اخر الاخبار|الاكثر قراءة|الاكثر مشاهدة|الاكثر شعبية|الاكثر تداولا|
    الاكثر تصفحا|الاكثر تعليقا|اكثر تعليق|اختيارات القراء|ترشيحاتنا|مختارات|مواضيع ساخنة|اخترنا لك|المزيد|
    related articles|related stories|related news|related posts|related content|related topics|related links|similar articles|similar stories|
    more stories|more news|more articles|more from|most read|most popular|most viewed|latest news|latest stories|top stories|trending|trending now|
    popular posts|recent posts|recommended|editor's picks|editors' picks|you may like|around the web|from around the web|sponsored|promoted stories|
    articles similaires|articles liés|les plus lus|dernières nouvelles|articulos relacionados|noticias relacionadas|lo más leído|mas noticias|
    ähnliche artikel|verwandte artikel|meistgelesen|weitere artikel|mehr artikel|neueste artikel|benzer haberler|ilgili haberler|çok okunanlar|
    اخبار مرتبط|پربازدیدترین|آخرین اخبار|похожие новости|новости по теме|материалы по теме|самое читаемое|другие новости|
    articoli correlati|notícias relacionadas|gerelateerde artikelen|powiązane artykuły|podobne artykuły|najczęściej czytane|berita terkait`,
  tags: `
    كلمات/الكلمات مفتاحية/المفتاحية/دلالية/الدلالية/دالة/الدالة/البحث/ذات_صلة|الوسم|هاشتاغ|هاشتاج|تاغ|تاج|المواضيع|مواضيع هذا_الخبر|في هذا الخبر/المقال|دلالات|
    کلمات/کلید_واژه/واژه‌های کلیدی/کلیدی_خبر/کلید|کلیدواژه|کلیدواژه‌ها|کلید واژه‌ها|کلیدواژه‌های خبر|برچسب|برچسبها|برچسب‌های خبر|تگ‌ها|هشتگ‌ها|موضوعات مرتبط|
    hashtags|subjects|key words|related tags|article tags|tags for this_article|mot-clé|mots-clefs|étiquette|sujets|thématiques|tags associés|
    etiket|haber etiketleri|anahtar sözcükler|anahtar kelime|konular|ilgili konular|
    كلمات دلالية|الكلمات الدلالية|كلمات مفتاحية|الكلمات المفتاحية|الكلمات الدالة|كلمات البحث|الوسوم|وسوم|اوسمة|العلامات|علامات|تاجز|تاغات|الموضوعات|
    tags|tag|tagged|tagged with|tagged as|keywords|topics|filed under|filed in|posted in|in this article|mots clés|mots-clés|étiquettes|palabras clave|etiquetas|temas|
    schlagwörter|schlagworte|stichworte|themen|etiketler|anahtar kelimeler|برچسب ها|برچسب‌ها|کلیدواژه ها|теги|метки|ключевые слова|
    tag correlati|parole chiave|palavras-chave|słowa kluczowe|tagi|标签|关键词|タグ|ετικέτες`,
  source: `
    نقلا عن/عن_صحيفة|رابط الخبر/المصدر/المقال بصحيفة/في_صحيفة/بموقع/في_موقع/على_موقع|اعيد نشره من|المصدر الاصلي|مصدر الخبر/المقال/التقرير|عن موقع|المقال/الخبر الاصلي|قراءة/اقرا/لقراءة الخبر/المقال من_المصدر/من_مصدره|الخبر من المصدر|
    news/article source|source of the news|read the original|originally appeared on/in|republished from|with thanks to|source originale|sources|source de_l'article|lire l'article original|article original|
    haber kaynağı|kaynaklar|kaynak haber|منبع خبر/مطلب|منابع|به نقل از|لینک خبر|خبرگزاری|
    المصدر|المصادر|مصدر الخبر|رابط المصدر|رابط الخبر|نشر لاول مرة على|نشر لاول مرة في|هذا الخبر منقول من|نقلا عن موقع|
    source|sources|original source|source link|first published on|first published by|originally published on|originally published by|originally published at|via|
    fuente|fuentes|quelle|quellen|kaynak|منبع|источник|fonte|bron|źródło|sumber|πηγή|来源|稿源`,
  promotion: `
    تابع/تابعوا/لمتابعة/لتتابعوا/لمعرفة احدث/اخر/اهم/كل/جميع الاخبار/المستجدات/اخبارنا|تابعنا/تابعونا/تابعوا/تابع عبر/على/عبر_صفحتنا/حسابنا/صفحتنا/قناتنا/موقعنا/اخبارنا/كل_جديد|انضم/انضموا الى/الينا/لقناتنا|
    حمل/حملوا/نزل/نزلوا/تحميل/لتحميل/لتنزيل/تنزيل التطبيق/تطبيق/تطبيقنا/تطبيقات|اشترك/اشتركوا/للاشتراك في_القناة/في_قناتنا/في_نشرتنا/في_النشرة/في_خدمة/مجانا/معنا/بالنشرة|اضغط هنا|اضغطوا هنا|عبر تطبيق|تطبيق الهاتف|
    على متجر جوجل_بلاي|على البلاي ستور|عبر غوغل/جوجل/google نيوز/news|اخبار جوجل|خدمة rss|الخلاصات rss|فعلوا الاشعارات|كن اول من_يعلم|لا تفوت اخر/احدث_الاخبار/اهم|لتصلك اخر/احدث/اهم الاخبار|زوروا موقعنا/صفحتنا|
    download/get/install/try/open our/the app/free_app/mobile_app|follow the_latest/all_the_latest news/stories|get all/the latest/breaking news/updates|never miss|sign up/in for/to|turn on/enable notifications|scan the qr_code|
    téléchargez notre/l' application/appli|suivez/retrouvez/rejoignez nous/l'actualité/l'info/toute/notre/toutes|recevez/abonnez-vous notre/à/nos/les|inscrivez-vous à|newsletter|
    uygulamamızı/uygulamayı indirin/indir|son dakika/haberleri haberlerini/haberleri/uygulamamızdan|son haberleri uygulamamızdan|bizi takip_edin/takip_et/sosyal_medyada|abone olun/ol|haberlerimizi takip|google news'te|bültenimize|haberleri anında|
    ما را در/دنبال|اپلیکیشن/نرم‌افزار ما/را/ما_را|دانلود اپلیکیشن|به کانال|در کانال|عضو کانال|کانال تلگرام|آخرین اخبار را/را_در|اخبار/خبرهای ما_را/را_در/بیشتر_را|برای دریافت/دنبال_کردن/اطلاع_از آخرین|عضویت در خبرنامه|
    لمتابعة احدث الاخبار|لمتابعة اخر الاخبار|لمتابعة اخبارنا|لمتابعة المزيد|تابع احدث الاخبار|تابع اخر الاخبار|تابعوا احدث الاخبار|تابعوا اخر الاخبار|تابعوا اخبار|
    تابعنا على|تابعنا عبر|تابعونا على|تابعونا عبر|تابعونا|انضم الى قناتنا|انضموا الى قناتنا|اشترك في قناتنا|اشترك في النشرة|اشترك في نشرتنا|اشترك الان|اشترك|
    حمل تطبيق|حمل التطبيق|حملوا تطبيق|حملوا التطبيق|قم بتحميل التطبيق|تنزيل التطبيق|اضغط على الصورة لتحميل|اضغط هنا لتحميل|للاطلاع على كل الاخبار|
    قناتنا على|النشرة البريدية|النشرة الاخبارية|القائمة البريدية|تفعيل الاشعارات|فعل الاشعارات|لا تنسى زيارة موقعنا|لا تنسي مشاركة الخبر|
    متوفر على|
    follow us|follow us on|subscribe|subscribe to|subscribe now|sign up|sign up for|sign up to|sign up here|get the latest|download our app|download the app|get our app|join our|
    join us on|like us on|newsletter|get breaking news|support us|donate|become a member|click here to subscribe|click here to|stay up to date|don't forget to|
    suivez-nous|abonnez-vous|inscrivez-vous|téléchargez l'application|síguenos|siguenos en|suscríbete|suscribete|descarga la app|folgen sie uns|
    jetzt abonnieren|newsletter abonnieren|zum newsletter|abonnieren sie|laden sie die app|bizi takip edin|abone ol|uygulamayı indirin|ما را در|подписывайтесь на|
    подписаться|скачайте приложение|seguici su|iscriviti|siga-nos|inscreva-se|volg ons|ikuti kami`,
  share: `
    شارك/شاركوا/مشاركة/انشر/ارسل/اطبع هذا_الخبر/هذا_المقال/الخبر/المقال/الموضوع/الرابط/عبر/مع_اصدقائك/الصفحة|مشاركة عبر/على|غرد|ابلاغ عن_خطا|
    share this/the article/story/post/page/news|share with friends|partager cet/l' article|partager sur/par|haberi/bu_haberi paylaş|sosyal medyada paylaş|به اشتراک بگذارید|اشتراک‌گذاری|کپی لینک|لینک کوتاه|چاپ|
    شارك|شارك الخبر|شارك المقال|شارك هذا الخبر|شارك هذا المقال|مشاركة|مشاركه الخبر|شارك على فيسبوك|شارك على واتساب|انشر الخبر|ارسل الخبر|ارسل لصديق|ارسال الى صديق|
    ارسل الى صديق|اضف الى المفضلة|اضافة الى المفضلة|نسخة للطباعة|طباعة|طباعه|حجم الخط|نسخ الرابط|انسخ الرابط|تم نسخ الرابط|رابط مختصر|تغريد|غرد|استمع|التواصل الاجتماعي|
    share|share this|share this article|share this story|share on|share via|share with|share article|print|print this|email this|copy link|tweet|pin it|listen to this article|save for later|
    save article|font size|text size|partager|partagez|imprimer|compartir|imprimir|teilen|artikel teilen|drucken|merken|paylaş|yazdır|اشتراک گذاری|поделиться|
    распечатать|condividi|compartilhar|compartilhe|delen|udostępnij|drukuj|bagikan`,
  comments: `
    تعليقاتكم|اكتب تعليقا|اضف/ضع/اترك/شارك تعليقك/تعليقا/رايك/ردا|write/post/add/leave your/a comment/reply|réagir|réagissez|réactions|poster un commentaire|
    bir yorum yaz|yorum yap|yorumunuzu yazın|ارسال نظر|نظرات کاربران|دیدگاه‌ها|نظر خود را|دیدگاه شما|
    تعليقات|التعليقات|تعليقات الزوار|تعليقات القراء|اراء الزوار|اراء القراء|اضف تعليق|اضف تعليقا|اضافة تعليق|اضافه تعليق جديد|اترك تعليقا|اكتب تعليقك|الغاء الرد|لا توجد تعليقات|شاركونا رايكم|علق على الخبر|لن يتم نشر عنوان بريدك الالكتروني|
    comments|reader comments|readers' comments|visitor comments|leave a comment|leave a reply|post a comment|add a comment|join the conversation|join the discussion|show comments|view comments|read comments|no comments|
    comments are closed|log in to comment|cancel reply|your email address will not be published|commentaires|laisser un commentaire|comentarios|dejar un comentario|kommentare|
    kommentar schreiben|schreiben sie einen kommentar|yorumlar|yorum yaz|نظرات|نظر شما|комментарии|оставить комментарий|commenti|comentários|reacties|komentarze|dodaj komentarz`,
  caption: `
    تصوير|صورة ارشيفية|صورة من الارشيف|ارشيفية|صورة|عدسة|photo|photos|photo by|photo credit|photograph|photograph by|image|image credit|image source|images|picture|file photo|credit|
    photo illustration|getty images|video|watch|foto|fotos|bild|bildquelle|fotocredit|crédit photo|photo d'archives|fotoğraf|عکس|фото`,
  published: `
    نشر في|نشرت في|تم النشر|تم نشره|تاريخ النشر|تاريخ الاضافة|اضيف في|التاريخ|published|published on|published at|posted on|posted|date|first published|
    publié le|publicado|publicado el|veröffentlicht|veröffentlicht am|yayınlanma|yayın tarihi|تاریخ انتشار|опубликовано|pubblicato|opublikowano`,
  updated: `
    اخر تحديث|تم التحديث|تاريخ التحديث|محدثة|updated|last updated|last modified|modified|mis à jour|actualizado|aktualisiert|stand|güncelleme|обновлено|aggiornato|atualizado|bijgewerkt|zaktualizowano`,
  byline: `
    كتب|كتبت|بقلم|اعداد|الكاتب|تحرير|تقرير|حوار|ترجمة|متابعة|متابعات|مراسل|by|written by|reported by|reporting by|author|story by|words by|par|de|por|von|yazan|haber|نویسنده|автор|текст|di|door|autor|oleh|
    editing by|edited by|additional reporting by|reporting|compiled by`,
  boilerplate: `
    اخلاء/إخلاء مسؤولية/المسؤولية|تنويه هام|ملاحظة/تنويه المحرر|النسخة الرقمية|تصنيفات|الموضوع|القسم|قسم|لحظة بلحظة|يحظر نشر|يمنع نسخ|كل الحقوق محفوظة|مدة القراءة|زمن القراءة|المشاهدات|عدد القراءات|عدد الزوار|
    category|categories|section|views|tous droits|mentions légales|catégorie|lecture|kategori|sorumluluk reddi|okunma|görüntülenme|دسته‌بندی|تعداد بازدید|بازدید|کد خبر|تمامی حقوق|کلیه حقوق|
    اعلان|اعلانات|اعلن معنا|الرئيسية|من نحن|اتصل بنا|القائمة|سياسة الخصوصية|شروط الاستخدام|جميع الحقوق محفوظة|حقوق النشر محفوظة|عدد المشاهدات|عدد الزيارات|وقت القراءة|القسم|التصنيف|
    تجاوز الى المحتوى|تخطي قائمة التنقل|رئيس التحرير|مدير التحرير|رئيس مجلس الادارة|الاشراف العام|كانت هذه تفاصيل خبر|لقراءة الخبر من المصدر|اضغط هنا لقراءة الخبر|لقراءة المقال كاملا|ظهرت المقالة|ظهر المقال|
    advertisement|advertising|advert|ad|sign in or create an account|short url|story continues below|article continues below|continue reading|all rights reserved|copyright|privacy policy|terms of use|terms of service|this material may not be|
    the post|skip to content|reading time|min read|back to top|click here|loading|this article is for subscribers|we use cookies|this site uses cookies|by continuing|
    this story has been published from|publicité|publicidad|anzeige|werbung|reklam|تبلیغات|реклама|все права защищены|tous droits réservés|todos los derechos reservados|
    alle rechte vorbehalten|tüm hakları saklıdır|pubblicità|advertentie|reklama|wszelkie prawa zastrzeżone`,
}
