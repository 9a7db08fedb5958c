import type { PageKind } from './page-kind.ts'

/** Pages of every kind for the tests: a name, an address, the HTML. */
type SamplePage = [name: string, url: string, html: string]

const site = 'https://sahel.example'
const stories: Record<'ar' | 'en' | 'fr' | 'tr', [headline: string, teaser: string][]> = {
  ar: [
    ['انطلاق أعمال ترميم الميناء القديم في المدينة', 'تستمر الأعمال عاما كاملا وتشمل الأرصفة والمخازن، بحسب البلدية.'],
    ['بطولة الشطرنج للناشئين تبدأ غدا في العاصمة', 'يشارك فيها مئة لاعب من عشرين دولة على مدى خمسة أيام.'],
    ['ارتفاع إنتاج التمور في الواحات هذا الموسم', 'قال مزارعون إن الأمطار المبكرة حسنت المحصول كثيرا.'],
    ['افتتاح خط جديد للقطارات بين مدينتين ساحليتين', 'يقطع القطار المسافة في أقل من ساعة واحدة.'],
    ['معرض للكتب المستعملة يجذب آلاف الزوار', 'باع العارضون في اليوم الأول أكثر من عشرة آلاف كتاب.'],
    ['دراسة جديدة عن هجرة الطيور فوق الصحراء', 'تتبع الباحثون أربعين طائرا بأجهزة صغيرة جدا.'],
    ['المجلس البلدي يقر ميزانية العام المقبل', 'تذهب ربع الميزانية إلى الطرق والإنارة والحدائق.'],
  ],
  en: [
    ['Harbour repairs to begin before the winter storms', 'The council has set aside three million for the piers.'],
    ['Young chess players meet in the capital this week', 'A hundred players from twenty countries take part.'],
    ['Date harvest in the oases is the best in years', 'Growers say that the early rains made the difference.'],
    ['A new railway line joins two towns on the coast', 'The journey will take less than an hour from May.'],
    ['Second-hand book fair draws thousands of visitors', 'Ten thousand books were sold on the first day.'],
    ['Forty birds followed on their way over the desert', 'Researchers used transmitters lighter than a coin.'],
    ['Town council passes the budget for the coming year', 'A quarter of it will go to roads and street lamps.'],
  ],
  fr: [
    ['Le vieux port sera rénové avant les tempêtes', 'La mairie consacre trois millions aux quais et aux entrepôts.'],
    ['Les jeunes joueurs d’échecs réunis dans la capitale', 'Cent joueurs venus de vingt pays y participent.'],
    ['Une récolte de dattes exceptionnelle cette année', 'Les pluies précoces ont été favorables aux palmiers.'],
    ['Une nouvelle ligne de train relie deux villes', 'Le trajet durera moins d’une heure dès le mois de mai.'],
    ['La foire aux livres attire des milliers de visiteurs', 'Dix mille livres ont été vendus le premier jour.'],
    ['Quarante oiseaux suivis au-dessus du désert', 'Les chercheurs ont utilisé des balises très légères.'],
    ['Le conseil municipal adopte le budget annuel', 'Un quart ira aux routes et à l’éclairage public.'],
  ],
  tr: [
    ['Eski liman fırtınalardan önce onarılacak', 'Belediye rıhtımlar için üç milyon ayırdı ve işe başladı.'],
    ['Genç satranççılar bu hafta başkentte buluşuyor', 'Yirmi ülkeden yüz oyuncu turnuvaya katılıyor.'],
    ['Vahalarda son yılların en iyi hurma hasadı', 'Çiftçiler erken yağmurların etkili olduğunu söylüyor.'],
    ['Yeni demir yolu hattı iki kıyı kentini birleştiriyor', 'Yolculuk mayıstan itibaren bir saatten az sürecek.'],
    ['Sahaflar fuarı binlerce ziyaretçi çekti', 'İlk gün on binden fazla kitap satıldığı açıklandı.'],
    ['Kırk kuş çöl üzerindeki yolculuğunda izlendi', 'Araştırmacılar çok hafif vericiler kullandı.'],
    ['Belediye meclisi gelecek yılın bütçesini kabul etti', 'Bütçenin dörtte biri yollara ve ışıklandırmaya gidecek.'],
  ],
}

const links = (lang: keyof typeof stories) =>
  stories[lang].map(([headline], at) => `<li><a href="/n/${at}">${headline}</a></li>`).join('')
const cards = (lang: keyof typeof stories) =>
  stories[lang]
    .map(([headline, teaser], at) => `<div class="c"><h3><a href="/n/${at}">${headline}</a></h3><p>${teaser}</p></div>`)
    .join('')
const linkedCards = (lang: keyof typeof stories) =>
  stories[lang]
    .map(
      ([headline, teaser], at) => `<a href="/n/${at}"><img src="/${at}.jpg"><h2>${headline}</h2><p>${teaser}</p></a>`,
    )
    .join('')
const rows = (lang: keyof typeof stories) =>
  `<table>${stories[lang].map(([headline, teaser], at) => `<tr><td><b><a href="/n/${at}">${headline}</a></b><br>${teaser}</td></tr>`).join('')}</table>`

const page = (title: string, body: string, head = '') =>
  `<html><head><title>${title}</title>${head}</head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>${body}
   <footer><p>All rights reserved.</p></footer></body></html>`
const meta = (property: string, content: string) => `<meta property="${property}" content="${content}">`
const data = (json: string) => `<script type="application/ld+json">${json}</script>`
const article = meta('og:type', 'article')

const own = [
  'The council decided on Monday evening that the harbour of the old town will be repaired before the winter storms.',
  'Work is expected to last for twelve months, and fishermen will keep their berths in the meantime, the mayor said.',
  'Residents hope that the project brings back life to the market beside it, whose shops have been closed for years.',
]
const ownAr = [
  'أعلنت بلدية المدينة الساحلية أنها ستبدأ الأسبوع المقبل ترميم الميناء القديم، بكلفة تزيد على ثلاثة ملايين دينار.',
  'وقال رئيس البلدية إن الأعمال ستستمر عاما كاملا، وإن حركة الصيادين لن تتوقف خلال هذه المدة.',
]
const text = (paragraphs: string[]) => paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('')
const story = (paragraphs: string[], body = '', head = '') =>
  page(
    'The old harbour will be repaired - Sahel',
    `<h1>The old harbour will be repaired</h1>${text(paragraphs)}${body}`,
    head,
  )

const home: SamplePage[] = [
  ['in Arabic, cards', `${site}/`, page('صحيفة الساحل', cards('ar'), meta('og:type', 'website'))],
  ['in English, cards that are links', `${site}/index.html`, page('Sahel Daily', linkedCards('en'))],
  ['in French, a list of links', `${site}/fr/`, page('Le Sahel', `<ul>${links('fr')}</ul>`)],
  ['in Turkish, a table', site, page('Sahil', rows('tr'))],
  ['that calls itself an article', `${site}/`, page('Sahel Daily', cards('en'), article)],
]
const section: SamplePage[] = [
  ['in Arabic, cards', `${site}/اقتصاد`, page('اقتصاد | صحيفة الساحل', `<h1>اقتصاد</h1>${cards('ar')}`)],
  ['in English, links', `${site}/sport/`, page('Sport - Sahel', `<h1>Sport</h1><ul>${links('en')}</ul>`)],
  ['in French, cards that are links', `${site}/c/culture?page=2`, page('Culture', linkedCards('fr'))],
  ['in Turkish, a table', `${site}/gundem`, page('Gündem', rows('tr'), meta('og:type', 'website'))],
  [
    'that declares a collection',
    `${site}/tag/harbour`,
    page('Harbour', `<p>${own[0]}</p>${cards('en')}`, data('{"@type": "CollectionPage"}')),
  ],
]
const video: SamplePage[] = [
  [
    'in Arabic',
    `${site}/v/1`,
    page('شاهد الميناء القديم', '<h1>شاهد الميناء القديم</h1><video src="/v.mp4"></video><p>جولة في الميناء.</p>'),
  ],
  [
    'that declares a film',
    `${site}/v/2`,
    page('A walk', `<h1>A walk through the harbour</h1><p>${own[0]}</p>`, meta('og:type', 'video.other')),
  ],
  [
    'with a framed player',
    `${site}/v/3`,
    page(
      'Marche',
      '<h1>Le vieux port</h1><iframe src="https://films.example/embed/7" allowfullscreen></iframe><p>Une promenade sur les quais.</p>',
    ),
  ],
  [
    'described in data',
    `${site}/v/4`,
    page(
      'Liman',
      '<h1>Eski liman</h1><div id="p"></div><p>Limanda kısa bir gezinti.</p>',
      data('{"@type":"VideoObject","name":"Liman"}'),
    ),
  ],
]
const password = '<form><input name="u"><input type="password" name="p"><button>OK</button></form>'
const login: SamplePage[] = [
  [
    'in Arabic',
    `${site}/login`,
    page('تسجيل الدخول | صحيفة الساحل', `<h1>تسجيل الدخول</h1>${password}<p>ليس لديك حساب؟ أنشئ حسابا جديدا الآن.</p>`),
  ],
  [
    'in English, name first',
    `${site}/a/1`,
    page(
      'Sign in - Sahel',
      '<h1>Sign in</h1><form><input name="mail"></form><p>Enter your e-mail address to go on.</p>',
    ),
  ],
  ['in German', `${site}/konto`, page('Anmelden', password)],
  ['in Russian', `${site}/u`, page('Вход — Берег', `<h1>Вход</h1>${password}`)],
  [
    'without any words for it',
    `${site}/a/2`,
    page('Sahel', `${password}<p>Members of the reading club only, please.</p>`),
  ],
]
const paywall: SamplePage[] = [
  [
    'in English',
    `${site}/a/1`,
    story(own.slice(0, 1), '<div class="x"><p>Subscribe to continue reading</p></div>', article),
  ],
  [
    'in Arabic',
    `${site}/a/2`,
    page('ترميم الميناء', `<h1>ترميم الميناء القديم</h1>${text(ownAr)}<div>هذا المقال للمشتركين فقط</div>`, article),
  ],
  [
    'in French',
    `${site}/a/3`,
    page(
      'Le port',
      `<h1>Le port</h1><p>La mairie consacre trois millions aux quais et aux entrepôts du vieux port.</p><p>Il vous reste 80 % de cet article à lire. La suite est réservée aux abonnés.</p>`,
    ),
  ],
  [
    'in German',
    `${site}/a/4`,
    page(
      'Der Hafen',
      `<h1>Der Hafen</h1><p>Die Stadt will den alten Hafen vor den Winterstürmen für drei Millionen reparieren lassen.</p><h3>Jetzt weiterlesen mit SahelPlus</h3>`,
    ),
  ],
  [
    'that is cut off and says it is not free',
    `${site}/a/5`,
    story(
      [own[0] ?? '', 'Work is expected to last for twelve months, and fishermen will keep…'],
      '',
      `${article}${data('{"@type":"NewsArticle","isAccessibleForFree":"False"}')}`,
    ),
  ],
]
const missing: SamplePage[] = [
  [
    'in English, with stories under it',
    `${site}/a/1`,
    page(
      'Page not found | Sahel',
      `<h1>Page not found</h1><p>The page you are looking for may have moved.</p><h2>Latest</h2>${cards('en')}`,
    ),
  ],
  [
    'in Arabic',
    `${site}/a/2`,
    page(
      'الصفحة غير موجودة - صحيفة الساحل',
      '<h1>عذرا، الصفحة غير موجودة</h1><p>ربما نقلت الصفحة أو حذفت. عد إلى الصفحة الرئيسية.</p>',
    ),
  ],
  [
    'in French',
    `${site}/a/3`,
    page('Le Sahel', '<h1>Page introuvable</h1><p>La page demandée n’est plus en ligne.</p>'),
  ],
  [
    'by number',
    `${site}/a/4`,
    page('404', '<h1>Error 404</h1><p>Es gibt hier leider nichts zu sehen, fürchten wir.</p>'),
  ],
  ['in Persian', `${site}/a/5`, page('صفحه یافت نشد', '<h1>صفحه یافت نشد</h1>')],
  ['by number and words', `${site}/a/6`, page('404 - Страница не найдена', '<h1>404: Страница не найдена</h1>')],
]
const empty: SamplePage[] = [
  [
    'of a program',
    `${site}/a/1`,
    '<html><head><title>App</title></head><body><div id="root"></div><script src="/a.js"></script></body></html>',
  ],
  ['without scripts', `${site}/a/2`, page('Sahel', '<div><p>You need to enable JavaScript to run this app.</p></div>')],
  [
    'behind a question for robots',
    `${site}/a/3`,
    page('لحظة', '<p>يرجى التحقق من أنك لست روبوتا قبل المتابعة إلى الموقع المطلوب.</p>'),
  ],
  [
    'behind a wall of consent',
    `${site}/a/4`,
    page(
      'Hafen',
      '<div><p>Wir verwenden Cookies und ähnliche Verfahren, um unser Angebot zu finanzieren.</p><button>OK</button></div>',
    ),
  ],
  ['of nothing', `${site}/a/5`, ''],
  ['of one picture', `${site}/a/6`, page('Photo', '<img src="/p.jpg" alt="The pier">')],
]

export const pagesByKind: Record<Exclude<PageKind, 'article'>, SamplePage[]> = {
  home,
  section,
  video,
  login,
  paywall,
  'soft-404': missing,
  empty,
}

const full = [...own, ...own, ...own, ...own, ...own].map((paragraph, at) => `${at + 1}. ${paragraph}`)

/** Articles that have something of the other kinds about them. */
export const storyPages: SamplePage[] = [
  ['of two sentences', `${site}/a/1`, story(own.slice(0, 1))],
  ['of two sentences with a film', `${site}/a/1`, story(own.slice(0, 2), '<video src="/v.mp4"></video>', article)],
  ['with a form to log in', `${site}/a/1`, story(own, password)],
  ['with a long list of other stories', `${site}/a/1`, story(own, `<aside>${cards('en')}</aside>`)],
  [
    'in full, with an offer to subscribe',
    `${site}/a/1`,
    story(full, '<p>Subscribe to continue reading without ads</p>'),
  ],
  [
    'in full, of a page that says it is not free',
    `${site}/a/1`,
    story(own, '', data('{"@type":"NewsArticle","isAccessibleForFree":false}')),
  ],
  ['at the address of a front page', `${site}/`, story(own, `<div>${cards('en')}</div>`)],
  [
    'about a page that was not found',
    `${site}/a/1`,
    page('Page not found: how links die', `<h1>Page not found: how links die</h1>${text(full)}`),
  ],
  ['about logging in', `${site}/a/1`, page('Log in', `<h1>Log in</h1>${text(own)}`)],
  [
    'that counts up stories under linked headings',
    `${site}/a/2026-ten-stories-of-the-week`,
    page('Stories of the week', `<h1>Stories of the week</h1>${cards('en')}`, article),
  ],
  [
    'about scripts',
    `${site}/a/1`,
    page('Scripts', `<h1>Scripts</h1>${text(full)}<p>Readers must enable JavaScript for it.</p>`),
  ],
]
