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
 * One phrase a bar. They are compared in normalised form, so one spelling stands for all. None of them means anything
 * inside a sentence.
 */
export const cuePhrases: Record<CueRole, string> = {
  'read-also': `
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
    كلمات دلالية|الكلمات الدلالية|كلمات مفتاحية|الكلمات المفتاحية|الكلمات الدالة|كلمات البحث|الوسوم|وسوم|اوسمة|العلامات|علامات|تاجز|تاغات|الموضوعات|
    tags|tag|tagged|tagged with|tagged as|keywords|topics|filed under|filed in|posted in|in this article|mots clés|mots-clés|étiquettes|palabras clave|etiquetas|temas|
    schlagwörter|schlagworte|stichworte|themen|etiketler|anahtar kelimeler|برچسب ها|برچسب‌ها|کلیدواژه ها|теги|метки|ключевые слова|
    tag correlati|parole chiave|palavras-chave|słowa kluczowe|tagi|标签|关键词|タグ|ετικέτες`,
  source: `
    المصدر|المصادر|مصدر الخبر|رابط المصدر|رابط الخبر|نشر لاول مرة على|نشر لاول مرة في|هذا الخبر منقول من|نقلا عن موقع|
    source|sources|original source|source link|first published on|first published by|originally published on|originally published by|originally published at|via|
    fuente|fuentes|quelle|quellen|kaynak|منبع|источник|fonte|bron|źródło|sumber|πηγή|来源|稿源`,
  promotion: `
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
    شارك|شارك الخبر|شارك المقال|شارك هذا الخبر|شارك هذا المقال|مشاركة|مشاركه الخبر|شارك على فيسبوك|شارك على واتساب|انشر الخبر|ارسل الخبر|ارسل لصديق|ارسال الى صديق|
    ارسل الى صديق|اضف الى المفضلة|اضافة الى المفضلة|نسخة للطباعة|طباعة|طباعه|حجم الخط|نسخ الرابط|انسخ الرابط|تم نسخ الرابط|رابط مختصر|تغريد|غرد|استمع|التواصل الاجتماعي|
    share|share this|share this article|share this story|share on|share via|share with|share article|print|print this|email this|copy link|tweet|pin it|listen to this article|save for later|
    save article|font size|text size|partager|partagez|imprimer|compartir|imprimir|teilen|artikel teilen|drucken|merken|paylaş|yazdır|اشتراک گذاری|поделиться|
    распечатать|condividi|compartilhar|compartilhe|delen|udostępnij|drukuj|bagikan`,
  comments: `
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
    اعلان|اعلانات|اعلن معنا|الرئيسية|من نحن|اتصل بنا|القائمة|سياسة الخصوصية|شروط الاستخدام|جميع الحقوق محفوظة|حقوق النشر محفوظة|عدد المشاهدات|عدد الزيارات|وقت القراءة|القسم|التصنيف|
    تجاوز الى المحتوى|تخطي قائمة التنقل|رئيس التحرير|مدير التحرير|رئيس مجلس الادارة|الاشراف العام|كانت هذه تفاصيل خبر|لقراءة الخبر من المصدر|اضغط هنا لقراءة الخبر|لقراءة المقال كاملا|ظهرت المقالة|ظهر المقال|
    advertisement|advertising|advert|ad|sign in or create an account|short url|story continues below|article continues below|continue reading|all rights reserved|copyright|privacy policy|terms of use|terms of service|this material may not be|
    the post|skip to content|reading time|min read|back to top|click here|loading|this article is for subscribers|we use cookies|this site uses cookies|by continuing|
    this story has been published from|publicité|publicidad|anzeige|werbung|reklam|تبلیغات|реклама|все права защищены|tous droits réservés|todos los derechos reservados|
    alle rechte vorbehalten|tüm hakları saklıdır|pubblicità|advertentie|reklama|wszelkie prawa zastrzeżone`,
}
