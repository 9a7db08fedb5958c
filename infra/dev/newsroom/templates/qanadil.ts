import { type Markup, markup } from '../markup.ts'
import { readableDate } from './parts.ts'
import type { ArticleView, Link } from './view.ts'

/** The magazine network: nothing but `<div>` without classes, paragraphs parted by line breaks. */
export function qanadilPage(view: ArticleView): Markup {
  const { article, homeUrl, feedUrl } = view
  return markup`<!DOCTYPE html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<title>${article.title} – ${article.publisher.shortName}</title>
<link rel="alternate" type="application/rss+xml" href="${feedUrl}">
<meta property="og:title" content="${article.title}">
${view.imageUrl === undefined ? undefined : markup`<meta property="og:image" content="${view.imageUrl}">`}
</head>
<body>
<div><div><a href="${homeUrl}">${article.publisher.name}</a></div><div>${inline(view.sections)}</div></div>
<div>
<div><a href="${homeUrl}">الصفحة الأولى</a> ‹ <a href="${view.section.url}">${view.section.title}</a></div>
<div><h1>${article.title}</h1></div>
<div>${article.byline} · ${readableDate(article.publishedAt, 'ar-EG-u-nu-latn')}</div>
<div>شاركها: <a href="#s1">فيس</a> <a href="#s2">تغريدة</a> <a href="#s3">رسالة</a></div>
${view.imageUrl === undefined ? undefined : markup`<div><img src="${view.imageUrl}" alt="${article.title}"></div>`}
<div>
${article.paragraphs.map((paragraph, index) => markup`${paragraph}<br><br>${insertAfter(index, view)}`)}
</div>
<div>لمتابعة أحدث الأخبار عبر تطبيق «قناديل» <a href="#app">اضغط هنا</a>، أو انضم إلى قناتنا <a href="#channel">من هنا</a>.</div>
<div>وسوم: ${article.tags.map((tag) => markup`<a href="${homeUrl}tag/${encodeURIComponent(tag)}">${tag}</a>`)}</div>
</div>
<div><div>قد يعجبك أيضًا</div><div>${inline(view.similar)}</div></div>
<div><div>${view.comments.length} تعليقات</div>${view.comments.map(({ name, text }) => markup`<div>${name}: ${text}</div>`)}</div>
<div>© قناديل. يستخدم هذا الموقع ملفات تعريف الارتباط. <a href="${homeUrl}privacy">التفاصيل</a> <a href="#ok">حسنًا</a></div>
</body>
</html>`
}

function insertAfter(index: number, { readAlso }: ArticleView): Markup | undefined {
  return index === 1 ? markup`اقرأ أيضًا: ${inline(readAlso)}<br><br>` : undefined
}

function inline(links: readonly Link[]): Markup[] {
  return links.map(({ title, url }) => markup`<a href="${url}">${title}</a>`)
}
