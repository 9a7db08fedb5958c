import type { Said, Ui } from './interface-language.ts'

/** What went wrong, by its code. */
const reasons: Readonly<Record<string, Said>> = {
  'article.unknown': { ar: 'لا مقال بهذا المعرّف.', en: 'There is no article of this id.' },
  'body.decoded_too_large': { ar: 'المحتوى بعد فك ضغطه أكبر من الحد', en: 'The body is too large once unpacked' },
  'body.encoding_chain': { ar: 'المحتوى مضغوط مرات أكثر من الحد', en: 'The body is compressed too many times over' },
  'body.encoding_corrupt': { ar: 'ضغط المحتوى تالف', en: 'The compression of the body is corrupt' },
  'body.too_large': { ar: 'المحتوى أكبر من الحد', en: 'The body is too large' },
  'body.truncated': { ar: 'انقطع المحتوى قبل تمامه', en: 'The body ended too early' },
  bug: { ar: 'خطأ في البرنامج', en: 'A fault of the program' },
  'content.empty': { ar: 'الصفحة بلا نص', en: 'The page holds no text' },
  'content.not_article': { ar: 'الصفحة ليست مقالًا', en: 'The page is not an article' },
  'csrf.invalid': {
    ar: 'جاء هذا النموذج من موقع آخر. افتح صفحة الخلاصات هنا وأعد الإرسال.',
    en: 'This form came from another site. Open the feeds page here and send it again.',
  },
  'cursor.invalid': {
    ar: 'هذا الموضع ليس من هذه القائمة؛ ابدأ من أولها.',
    en: 'This place does not belong to this list; start from its beginning.',
  },
  'document.corrupt': { ar: 'وثيقة محفوظة تالفة', en: 'A stored document is corrupt' },
  'document.missing': { ar: 'وثيقة محفوظة مفقودة', en: 'A stored document is missing' },
  'feed.known': {
    ar: 'أُضيفت هذه الخلاصة من جديد بعد إزالتها.',
    en: 'This feed has been added again since it was removed.',
  },
  'feed.none_found': {
    ar: 'لم نجد خلاصة في هذا الموقع؛ أعط عنوان الخلاصة نفسها.',
    en: 'No feed was found at this site; give the address of the feed itself.',
  },
  'feed.not_a_feed': { ar: 'ليس في هذا العنوان خلاصة', en: 'What lies there is not a feed' },
  'feed.unknown': { ar: 'لا خلاصة بهذا المعرّف.', en: 'There is no feed of this id.' },
  'host.busy': { ar: 'ننتظر دورنا لدى هذا الموقع', en: 'Waiting for our turn at this site' },
  'http.framing': { ar: 'رد الخادم لا يتبع HTTP', en: 'The server’s answer is not proper HTTP' },
  'http.gone': { ar: 'أنهى الناشر هذه الخلاصة (410)', en: 'The publisher has ended this feed (410)' },
  'http.headers_too_large': { ar: 'ترويسات الرد أكبر من الحد', en: 'The headers of the answer are too large' },
  'http.status': { ar: 'رد الموقع برمز خطأ', en: 'The site answered with an error status' },
  'http.throttled': { ar: 'طلب الموقع أن نتمهل', en: 'The site asked us to slow down' },
  'job.deferred_too_often': { ar: 'أُجّلت المهمة مرات أكثر من الحد', en: 'The job was put off too many times' },
  'job.timeout': { ar: 'تجاوزت المهمة وقتها', en: 'The job took too long' },
  'job.workers_died': { ar: 'ماتت العمليات التي حملت المهمة', en: 'The processes that had the job died' },
  'net.blocked_address': { ar: 'العنوان في شبكة خاصة لا نسحب منها', en: 'The address is private and never fetched' },
  'net.connect': { ar: 'تعذر الاتصال بالموقع', en: 'The site could not be reached' },
  'net.deadline': { ar: 'لم يكتمل رد الموقع في وقته', en: 'The site did not answer in time' },
  'net.dns': { ar: 'اسم الموقع غير معروف', en: 'The name of the site is not known' },
  'net.redirect_blocked': { ar: 'أحال الموقع إلى عنوان ممنوع', en: 'The site redirected to a forbidden address' },
  'net.tls': { ar: 'شهادة الموقع غير سليمة', en: 'The certificate of the site is not good' },
  'net.too_many_redirects': { ar: 'إحالات أكثر من الحد', en: 'Too many redirects' },
  'opml.invalid': {
    ar: 'ليس هذا ملف خلاصات: أعط ملف OPML، أو عناوين في كل سطر عنوان.',
    en: 'This is no list of feeds: give an OPML file, or addresses, one a line.',
  },
  'worker.unknown': {
    ar: 'لا عملية بهذا المعرّف، أو ليس لها عمل تفرغ منه.',
    en: 'There is no process of this id, or it takes no jobs at all.',
  },
  'page.unknown': {
    ar: 'ربما نُقلت الصفحة أو حُذفت، أو في العنوان خطأ.',
    en: 'The page may have moved or gone, or the address has a mistake.',
  },
  'payload.invalid': { ar: 'حمولة المهمة غير صالحة', en: 'The payload of the job is not valid' },
  'query.empty': { ar: 'ليس في هذا ما يُبحث عنه.', en: 'There is nothing to search for in this.' },
  'query.too_long': { ar: 'نص البحث أطول من المسموح.', en: 'The search text is longer than allowed.' },
  'redis.unreachable': {
    ar: 'لا يجيب Redis الآن؛ أعد المحاولة بعد قليل.',
    en: 'Redis does not answer now; try again soon.',
  },
  'request.invalid': { ar: 'في العنوان قيمة غير صالحة.', en: 'A value in the address is not valid.' },
  'request.too_large': { ar: 'النموذج أكبر من الحد.', en: 'The form is too large.' },
  'robots.disallowed': { ar: 'يمنع robots.txt سحب الصفحة', en: 'robots.txt forbids the page' },
  'robots.unreachable': { ar: 'تعذر سحب robots.txt', en: 'robots.txt cannot be had' },
  'type.unsupported': { ar: 'نوع المحتوى لا نقرؤه', en: 'The type of the content is not one we read' },
  'search.unknown': { ar: 'لا بحث محفوظ بهذا المعرّف.', en: 'There is no saved search of this id.' },
  'searches.too_many': {
    ar: 'بلغت البحوث المحفوظة حدها؛ أزل بعضها.',
    en: 'There are too many saved searches: remove some.',
  },
  'story.unknown': { ar: 'لا قصة بهذا المعرّف.', en: 'There is no story of this id.' },
  'url.credentials': {
    ar: 'في العنوان اسم مستخدم أو كلمة سر؛ أزلهما.',
    en: 'The address carries a user name or a password; remove it.',
  },
  'url.host': { ar: 'اسم الموقع في العنوان غير ممكن.', en: 'The address names an impossible host.' },
  'url.invalid': {
    ar: 'ليس هذا عنوانًا كاملًا؛ يبدأ العنوان الكامل بـ https://',
    en: 'This is not a complete address; one begins with https://',
  },
  'url.port': { ar: 'المنفذ في العنوان لا نسحب منه.', en: 'The address names a port that is not fetched from.' },
  'url.scheme': { ar: 'نسحب عناوين http وhttps فقط.', en: 'Only http and https addresses are fetched.' },
  'window.undecided': { ar: 'ننتظر الحكم على مقال سبقه', en: 'Waiting for an earlier article to be decided' },
  'xml.entities': { ar: 'كيانات XML في الخلاصة أكثر من الحد', en: 'The feed expands too many XML entities' },
  'xml.malformed': { ar: 'XML الخلاصة تالف', en: 'The XML of the feed is broken' },
}

const families: Readonly<Record<string, Said>> = {
  body: { ar: 'تعذرت قراءة المحتوى', en: 'The body could not be read' },
  feed: { ar: 'تعذرت قراءة الخلاصة', en: 'The feed could not be read' },
  http: { ar: 'رد الموقع غير مقبول', en: 'The site’s answer is of no use' },
  net: { ar: 'تعذر الوصول إلى الموقع', en: 'The site could not be reached' },
  url: { ar: 'العنوان غير مقبول', en: 'The address is not accepted' },
  xml: { ar: 'تعذرت قراءة XML', en: 'The XML could not be read' },
}

const unknown: Said = { ar: 'سبب آخر', en: 'Another reason' }

/**
 * An error code in words.
 *
 * @param code such as `net.dns`; a code without words of its own has those of its family
 */
export function reasonInWords(ui: Ui, code: string): string {
  return (own(reasons, code) ?? own(families, code.split('.', 1)[0] ?? '') ?? unknown)[ui]
}

/** Codes come from outside: `constructor` is not one of ours. */
function own(said: Readonly<Record<string, Said>>, key: string): Said | undefined {
  return Object.hasOwn(said, key) ? said[key] : undefined
}
