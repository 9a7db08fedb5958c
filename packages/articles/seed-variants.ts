/** A story and what surrounds it on the page of an aggregator; a text may hold what HTML must escape. */
export type SeedStory = {
  title: string
  paragraphs: string[]
  source: string
  keywords: string[]
  readAlso: { title: string; paragraphs: string[] }
  similar: string[]
}

type Builder = (story: SeedStory) => string

/** The same story as builders of sites write it: how a variant is made, by what is particular about it. */
export const seedVariants: Record<string, Builder> = {
  'labels as headings': (story) =>
    page(
      story,
      `<article>${heading(story)}${elements('p', story.paragraphs)}<h4>المصدر</h4><p>${text(story.source)}</p>
       <h4>كلمات دلالية</h4><ul>${story.keywords.map((word) => `<li><a href="/t">${text(word)}</a></li>`).join('')}</ul></article>
       <h3>إقرأ أيضاً</h3><h2>${link(story.readAlso.title)}</h2><p>تابع أحدث الأخبار عبر تطبيق</p>${elements('p', story.readAlso.paragraphs)}
       <h3>مقالات مشابهة</h3>${list(story.similar)}`,
    ),
  'labels as bold lines': (story) =>
    page(
      story,
      `${heading(story)}<div>${elements('p', story.paragraphs)}<p><b>المصدر:</b> ${text(story.source)}</p>
       <p><strong>كلمات دلالية:</strong> ${story.keywords.map(text).join('، ')}</p><p><strong>إقرأ أيضاً:</strong></p>
       <p><strong>${text(story.readAlso.title)}</strong></p><p><b>تابع أحدث الأخبار عبر تطبيق</b></p>${elements('p', story.readAlso.paragraphs)}
       <p><strong>مقالات مشابهة</strong></p>${elements('p', story.similar)}</div>`,
    ),
  'labels as links': (story) =>
    page(
      story,
      `${heading(story)}<div class="text">${elements('p', story.paragraphs)}
       <p><a href="/sources">المصدر</a>: <a href="https://source.example/">${text(story.source)}</a></p>
       <p><a href="/tags">كلمات دلالية</a>: ${story.keywords.map(link).join(' ')}</p><p><a href="/more">إقرأ أيضاً</a></p>
       <p>${link(story.readAlso.title)}</p><p><a href="/app">تابع أحدث الأخبار عبر تطبيق</a></p>${elements('p', story.readAlso.paragraphs)}
       <p><a href="/like">مقالات مشابهة</a></p>${list(story.similar)}</div>`,
    ),
  'label and content in one paragraph, some after a line break': (story) =>
    page(
      story,
      `${heading(story)}<div>${elements('p', story.paragraphs.slice(0, -1))}
       <p>${text(story.paragraphs.at(-1) ?? '')}<br>المصدر: ${text(story.source)}<br>كلمات دلالية: ${story.keywords.map(text).join(' - ')}</p>
       <p>إقرأ أيضاً:<br>${link(story.readAlso.title)}</p><p>تابع أحدث الأخبار عبر تطبيق</p>${elements('p', story.readAlso.paragraphs)}
       <p>مقالات مشابهة<br>${story.similar.map((title) => `• ${link(title)}`).join('<br>')}</p></div>`,
    ),
  'the wording of other countries': (story) =>
    page(
      story,
      `${heading(story)}<div>${elements('p', story.paragraphs)}<p>مصدر الخبر : ${text(story.source)}</p>
       <p>الوسوم : ${story.keywords.map(link).join(' ')}</p><h4>طالع أيضًا</h4><h4>${link(story.readAlso.title)}</h4>
       <p>تابعونا على فيسبوك وانستغرام</p>${elements('p', story.readAlso.paragraphs)}<h4>مواضيع ذات علاقة</h4>${list(story.similar)}</div>`,
    ),
  'labels in English': (story) =>
    page(
      story,
      `<main>${heading(story)}<section>${elements('p', story.paragraphs)}</section><p>Source: <a href="https://source.example/">${text(story.source)}</a></p>
       <p>Tags: ${story.keywords.map(link).join(', ')}</p><h3>Read also</h3><h2>${link(story.readAlso.title)}</h2>
       <p>Download our app and get the latest news</p>${elements('p', story.readAlso.paragraphs)}<h3>Related articles</h3>${list(story.similar)}</main>`,
    ),
  'labels in French': (story) =>
    page(
      story,
      `${heading(story)}<div>${elements('p', story.paragraphs)}<p>Source : ${text(story.source)}</p>
       <p>Mots-clés : ${story.keywords.map(text).join(', ')}</p><p>À lire aussi :</p><p>${text(story.readAlso.title)}</p>
       <p>Suivez-nous sur Facebook</p>${elements('p', story.readAlso.paragraphs)}<p>Articles similaires</p>${list(story.similar)}</div>`,
    ),
  'labels in Persian': (story) =>
    page(
      story,
      `${heading(story)}<div>${story.paragraphs.map(text).join('<br><br>')}<br><br>منبع: ${text(story.source)}<br><br>
       برچسب‌ها: ${story.keywords.map(text).join('، ')}<br><br><b>بیشتر بخوانید:</b><br><br><b>${text(story.readAlso.title)}</b><br><br>
       ما را در تلگرام دنبال کنید<br><br>${story.readAlso.paragraphs.map(text).join('<br><br>')}<br><br><b>اخبار مرتبط</b><br><br>
       ${story.similar.map((title) => `• ${link(title)}`).join('<br>')}</div>`,
    ),
  'labels in Turkish': (story) =>
    page(
      story,
      `${heading(story)}<div>${elements('p', story.paragraphs)}<p>Kaynak: ${text(story.source)}</p>
       <p>Etiketler: ${story.keywords.map(link).join(' ')}</p><p><b>Bunu da okuyun:</b></p><p>${link(story.readAlso.title)}</p>
       <p>Bizi takip edin</p>${elements('p', story.readAlso.paragraphs)}<p><b>Benzer haberler</b></p>${list(story.similar)}</div>`,
    ),
  'labels in spans, boxes without names': (story) =>
    page(
      story,
      `<div><div><div><span>${text(story.title)}</span></div><div><div>${elements('div', story.paragraphs)}</div></div>
       <div><span>المصدر:</span> <span>${text(story.source)}</span></div>
       <div><span>كلمات دلالية:</span> ${story.keywords.map((word) => `<span>${link(word)}</span>`).join(' ')}</div>
       <div><div><span>إقرأ أيضاً:</span></div><div><span>${link(story.readAlso.title)}</span></div><div><span>تابع أحدث الأخبار عبر تطبيق</span></div>
       ${elements('div', story.readAlso.paragraphs)}</div><div><div><span>مقالات مشابهة</span></div>${story.similar.map((title) => `<div>${link(title)}</div>`).join('')}</div></div></div>`,
    ),
  'another story between two halves': (story) =>
    page(
      story,
      `${heading(story)}<div>${elements('p', story.paragraphs.slice(0, 2))}<div><p>إقرأ أيضاً:</p><p>${link(story.readAlso.title)}</p></div>
       ${elements('p', story.paragraphs.slice(2))}<p>المصدر: ${text(story.source)}</p><p>كلمات دلالية: ${story.keywords.map(link).join(' ')}</p>
       <p>تابع أحدث الأخبار عبر تطبيق</p><p>مقالات مشابهة</p>${list(story.similar)}</div>`,
    ),
  'rows of a table': (story) =>
    page(
      story,
      `<table><tr><td><b>${text(story.title)}</b></td></tr><tr><td>${story.paragraphs.map(text).join('<br><br>')}</td></tr>
       <tr><td>المصدر</td></tr><tr><td>${text(story.source)}</td></tr>
       <tr><td>كلمات دلالية</td></tr><tr><td>${story.keywords.map(link).join(' | ')}</td></tr><tr><td>إقرأ أيضاً</td></tr><tr><td>${link(story.readAlso.title)}</td></tr>
       <tr><td>تابع أحدث الأخبار عبر تطبيق</td></tr><tr><td>${story.readAlso.paragraphs.map(text).join('<br><br>')}</td></tr>
       <tr><td>مقالات مشابهة</td></tr>${story.similar.map((title) => `<tr><td>${link(title)}</td></tr>`).join('')}</table>`,
    ),
}

function page({ title }: SeedStory, body: string) {
  const menu = ['الرئيسية', 'محليات', 'اقتصاد', 'رياضة', 'منوعات']
  return `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${text(title)} - أخبار الوادي</title></head>
    <body><div><ul>${menu.map((name) => `<li>${link(name)}</li>`).join('')}</ul></div>${body}
    <div><p>جميع الحقوق محفوظة © 2024</p><a href="/privacy">سياسة الخصوصية</a></div></body></html>`
}

function heading({ title }: SeedStory) {
  return `<h1>${text(title)}</h1>`
}

function elements(name: string, texts: string[]) {
  return texts.map((one) => `<${name}>${text(one)}</${name}>`).join('\n')
}

function list(titles: string[]) {
  return `<ul>${titles.map((title) => `<li>${link(title)}</li>`).join('')}</ul>`
}

function link(words: string) {
  return `<a href="/a/${words.length}">${text(words)}</a>`
}

function text(raw: string) {
  return raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
