import { type Markup, markup } from '../markup.ts'
import { listItems, openGraph } from './parts.ts'
import type { ArticleView } from './view.ts'

/** The agency: a plain page with Open Graph only, a story number and an end mark, no comments. */
export function rawasiPage(view: ArticleView): Markup {
  const { article, url, homeUrl, feedUrl } = view
  return markup`<!DOCTYPE html>
<html dir="rtl" lang="ar">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>${article.publisher.shortName} - ${article.title}</title>
${openGraph(view)}
<link rel="canonical" href="${url}">
<link rel="alternate" type="application/atom+xml" href="${feedUrl}">
</head>
<body>
<div id="top"><a href="${homeUrl}"><b>${article.publisher.name}</b></a> | ${article.publisher.tagline}</div>
<div id="menu"><ul>${listItems(view.sections)}</ul></div>
<div id="path"><a href="${homeUrl}">الرئيسية</a> / <a href="${view.section.url}">${view.section.title}</a></div>
<div id="urgent"><span>عاجل</span> <marquee>${view.mostRead.map(({ title }) => markup`${title} •`)}</marquee></div>
<div id="story">
<h1>${article.title}</h1>
<div class="info">رواسي | رقم الخبر ${article.number} | <span class="date">${numericDate(article.publishedAt)}</span> بتوقيت غرينتش</div>
${view.imageUrl === undefined ? undefined : markup`<div class="photo"><img src="${view.imageUrl}" alt=""><br>تصوير: أرشيف رواسي</div>`}
<div id="storytext">
${article.paragraphs.map((paragraph) => markup`<p>${paragraph}</p>`)}
<p>(انتهى) ${article.byline}</p>
</div>
<div class="keywords">الكلمات المفتاحية: ${article.tags.join(' - ')}</div>
<div class="tools"><a href="#print">نسخة للطباعة</a> <a href="#send">أرسل إلى صديق</a> <a href="#size">ت+ ت-</a></div>
</div>
<div id="more"><h4>اقرأ أيضًا</h4><ul>${listItems(view.readAlso)}</ul><h4>مواد مشابهة</h4><ul>${listItems(view.similar)}</ul></div>
<div id="bottom">لا يجوز إعادة نشر مواد الوكالة من دون ذكر المصدر. <a href="${homeUrl}about">عن الوكالة</a> <a href="${feedUrl}">الخلاصات</a></div>
</body>
</html>`
}

function numericDate(date: Date): string {
  const [day = '', time = ''] = date.toISOString().split('T')
  return `${day.split('-').toReversed().join('/')} - ${time.slice(0, 5)}`
}
