import { normaliseText } from '@rafid/text'

/** Titles and headings that a page has instead of its article's, and lines that hold the rest of a text back. */
const missing = `
  page not found|not found|page cannot be found|page could not be found|page doesn't exist|page does not exist|
  page no longer exists|page unavailable|content not found|article not found|story not found|nothing found|
  this page isn't available|sorry, this page isn't available|file not found|no results found|page removed|
  the page you requested could not be found|the page you are looking for could not be found|
  the page you were looking for doesn't exist|the page you are looking for does not exist|oops|
  الصفحة غير موجودة|لم يتم العثور على الصفحة|لم نعثر على الصفحة|الصفحة المطلوبة غير موجودة|الصفحة غير متوفرة|الصفحة غير متاحة|
  عذرا الصفحة غير موجودة|عذرا، الصفحة غير موجودة|الصفحة التي تبحث عنها غير موجودة|هذه الصفحة غير موجودة|الخبر غير موجود|
  المقال غير موجود|المحتوى غير موجود|المحتوى غير متاح|تم حذف هذه الصفحة|صفحة غير موجودة|خطأ|
  صفحه مورد نظر یافت نشد|صفحه یافت نشد|صفحه پیدا نشد|صفحہ نہیں ملا|
  page introuvable|page non trouvée|cette page n'existe pas|cette page n'existe plus|contenu introuvable|article introuvable|
  página no encontrada|no se encontró la página|página no disponible|esta página no existe|la página no existe|
  seite nicht gefunden|seite konnte nicht gefunden werden|diese seite existiert nicht|artikel nicht gefunden|
  pagina non trovata|página não encontrada|pagina niet gevonden|sayfa bulunamadı|aradığınız sayfa bulunamadı|
  страница не найдена|сторінку не знайдено|strona nie istnieje|nie znaleziono strony|stránka nenalezena|sidan hittades inte|
  siden blev ikke fundet|siden ble ikke funnet|sivua ei löytynyt|az oldal nem található|pagina nu a fost găsită|
  halaman tidak ditemukan|không tìm thấy trang|η σελίδα δεν βρέθηκε|页面不存在|找不到网页|页面未找到|找不到頁面|
  ページが見つかりません|お探しのページは見つかりませんでした|페이지를 찾을 수 없습니다|הדף לא נמצא`

const entrance = `
  log in|login|log-in|sign in|signin|sign in to continue|log in to continue|please log in|please sign in|member login|
  sign in or register|log in or register|account login|welcome back|subscriber login|subscriber sign in|
  تسجيل الدخول|سجل الدخول|تسجيل دخول|الدخول|دخول|دخول الأعضاء|ورود|ورود به حساب کاربری|ورود به سایت|لاگ ان|
  connexion|se connecter|identifiez-vous|connectez-vous|iniciar sesión|inicia sesión|acceder|
  anmelden|anmeldung|einloggen|accedi|entrar|fazer login|inloggen|giriş yap|üye girişi|oturum aç|
  вход|войти|авторизация|вхід|увійти|zaloguj się|logowanie|logga in|log ind|logg inn|kirjaudu|bejelentkezés|
  autentificare|masuk|đăng nhập|σύνδεση|登录|登入|ログイン|로그인|התחברות`

const barred = `
  subscribe to continue reading|subscribe to read|subscribe to keep reading|subscribe to unlock|subscribe now to continue|
  continue reading with a subscription|to continue reading, subscribe|to continue reading this article|to read the full story|
  to read the full article|to read the rest of this|this article is for subscribers|this story is for subscribers|
  this content is for subscribers|this content is for members|is available to subscribers|exclusive to subscribers|
  for subscribers only|subscribers only|subscriber-only|subscription required|already a subscriber|you have reached your limit|
  you have reached your article limit|you've reached your limit|you have read all your free|register to continue reading|
  register for free to continue|sign in to continue reading|log in to continue reading|unlock this article|get full access|
  للمشتركين فقط|هذا المحتوى للمشتركين|هذا المقال للمشتركين|هذا المحتوى مخصص للمشتركين|اشترك لمتابعة القراءة|اشترك لقراءة|
  اشتركوا لمتابعة القراءة|لمتابعة القراءة اشترك|لمواصلة القراءة|لقراءة المقال كاملا|لقراءة بقية المقال|لاستكمال القراءة|
  سجل الدخول لمتابعة القراءة|سجل لمتابعة القراءة|ویژه مشترکان|برای ادامه مطلب|
  réservé aux abonnés|réservé à nos abonnés|il vous reste|abonnez-vous pour lire|pour lire la suite, abonnez-vous|
  la suite est réservée|article réservé|déjà abonné|exclusivo para suscriptores|solo para suscriptores|
  contenido exclusivo para|suscríbete para seguir leyendo|suscríbase para leer|para seguir leyendo|
  nur für abonnenten|weiterlesen mit|jetzt weiterlesen|um weiterzulesen|exklusiv für abonnenten|jetzt abonnieren und weiterlesen|
  bereits abonnent|artikel für abonnenten|contenuto riservato|riservato agli abbonati|abbonati per continuare|
  exclusivo para assinantes|assine para continuar|alleen voor abonnees|abonneer om verder te lezen|
  aboneler için|abonelere özel|okumaya devam etmek için|только для подписчиков|доступно подписчикам|чтобы читать дальше|
  тільки для передплатників|dla prenumeratorów|czytaj dalej z prenumeratą|för prenumeranter|for abonnenter|
  khusus pelanggan|订阅后继续阅读|仅限订阅用户|会员专享|会員限定|有料会員|有料記事|この記事は会員|続きを読むには|구독자 전용`

const obstacle = `
  enable javascript|javascript is disabled|javascript is required|turn on javascript|javascript to run this app|
  checking your browser|verify you are human|verifying you are human|verify that you are not a robot|are you a robot|
  unusual traffic from your|complete the security check|please enable cookies|cookies are disabled|
  we value your privacy|we and our partners store|we use cookies|accept all cookies|before you continue to|
  access to this page has been denied|you have been blocked|not available in your region|unavailable in your country|
  تفعيل جافا سكريبت|تفعيل جافاسكريبت|تفعيل الجافا سكريبت|تمكين جافا سكريبت|لست روبوت|لست برنامج روبوت|نحن نقدر خصوصيتك|
  نستخدم ملفات تعريف الارتباط|يستخدم هذا الموقع ملفات تعريف الارتباط|غير متاح في بلدك|لفعال کردن جاوا|جاوا اسکریپت را فعال|
  activer javascript|activez javascript|nous utilisons des cookies|avec nos partenaires|vous n'êtes pas un robot|
  habilite javascript|active javascript|utilizamos cookies|javascript aktivieren|aktivieren sie javascript|
  wir verwenden cookies|mit werbung und tracking|javascript'i etkinleştirin|çerezleri kullan|включите javascript|
  мы используем файлы cookie|что вы не робот|włącz javascript|używamy plików cookie|utilizziamo i cookie|
  请启用javascript|javascriptを有効に`

const errorNumber = /^(?:(?:http )?(?:error|erreur|fehler|خطا|ошибка|hata) )?4(?:04|10)(?: (?:error|erreur|fehler))?$/
const errorNumberAtStart = /^(?:(?:http )?(?:error|erreur|fehler|خطا|ошибка|hata) )?4(?:04|10)[\s:,.!-]{1,4}/
const edges = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu
/** Longer lines are not looked at: no sign on a door is that long. */
const signCharsMax = 300
const noticeCharsMax = 1_000
const missingPhrases = new Set(phrasesOf(missing))
const entrancePhrases = new Set(phrasesOf(entrance))
const obstaclePhrases = phrasesOf(obstacle)
const barredPhrases = phrasesOf(barred)

/** Whether a part of a title, or a heading, says that the page is not there. */
export function saysMissing(part: string): boolean {
  const text = bare(part)
  return (
    missingPhrases.has(text) || errorNumber.test(text) || missingPhrases.has(bare(text.replace(errorNumberAtStart, '')))
  )
}

/** Whether a part of a title, or a heading, is that of an entrance. */
export function saysEntrance(part: string): boolean {
  return entrancePhrases.has(bare(part))
}

/** Whether a line says that the rest of the text is for subscribers. */
export function saysBarred(line: string): boolean {
  if (line.length > signCharsMax) return false
  const text = normaliseText(line)
  return barredPhrases.some((phrase) => text.includes(phrase))
}

/** Whether a line keeps the reader out for another reason: no scripts, no consent, not a human, not from here. */
export function saysObstacle(line: string): boolean {
  if (line.length > noticeCharsMax) return false
  const text = normaliseText(line)
  return obstaclePhrases.some((phrase) => text.includes(phrase))
}

function bare(part: string): string {
  return part.length > signCharsMax ? '' : normaliseText(part).replace(edges, '')
}

function phrasesOf(list: string): string[] {
  return list
    .split('|')
    .map((phrase) => bare(phrase))
    .filter((phrase) => phrase !== '')
}
