import { type Markup, markup } from '../markup.ts'
import { listItems, newsArticleJson, openGraph, paragraphsWith, readableDate } from './parts.ts'
import type { ArticleView } from './view.ts'

/** The daily: a big site with everything around the text, JSON-LD and Open Graph, dates in Arabic-Indic digits. */
export function baydarPage(view: ArticleView): Markup {
  const { article, url, homeUrl, feedUrl } = view
  return markup`<!doctype html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<title>${article.title} | ${article.publisher.name}</title>
<link rel="canonical" href="${url}">
<link rel="alternate" type="application/rss+xml" title="${article.publisher.name}" href="${feedUrl}">
<meta name="description" content="${article.paragraphs[0] ?? ''}">
<meta name="keywords" content="${article.tags.join('، ')}">
${openGraph(view)}
${newsArticleJson(view)}
<style>body{font-family:serif;max-width:70rem;margin:auto}.col-side{float:left;width:18rem}</style>
</head>
<body class="single single-news">
<div class="cookie-bar" role="dialog"><p>نستخدم ملفات تعريف الارتباط لتحسين تجربتك في الموقع. بمتابعة التصفح فإنك توافق على ذلك.</p><button>موافق</button></div>
<header class="site-header"><a class="logo" href="${homeUrl}">${article.publisher.name}</a> <span>${article.publisher.tagline}</span>
<nav class="main-menu"><ul>${listItems(view.sections)}</ul></nav></header>
<main>
<div class="breadcrumb"><a href="${homeUrl}">الرئيسية</a> » <a href="${view.section.url}">${view.section.title}</a> » ${article.title}</div>
<article class="post">
<h1 class="post-title">${article.title}</h1>
<div class="post-meta"><span class="post-author">كتب: ${article.byline}</span>
<time datetime="${article.publishedAt.toISOString()}">${readableDate(article.publishedAt, 'ar-EG')}</time>
<span class="reading-time">مدة القراءة: دقيقتان</span></div>
${share(url)}
${picture(view)}
<div class="post-content">
${paragraphsWith(article.paragraphs, readAlso(view), appPromotion)}
</div>
<div class="post-tags"><strong>كلمات دلالية</strong>: ${article.tags.map((tag) => markup`<a href="${homeUrl}tag/${encodeURIComponent(tag)}" rel="tag">#${tag}</a>`)}</div>
</article>
<section class="related"><h3>أخبار ذات صلة</h3><ul>${listItems(view.similar)}</ul></section>
${comments(view)}
</main>
<aside class="col-side"><h3>الأكثر قراءة</h3><ol>${listItems(view.mostRead)}</ol>
<div class="newsletter">اشترك في نشرتنا البريدية ليصلك أهم الأخبار كل صباح <input type="email" placeholder="بريدك الإلكتروني"></div></aside>
<footer class="site-footer"><p>جميع الحقوق محفوظة © ${article.publisher.name}</p><a href="${homeUrl}about">من نحن</a> | <a href="${homeUrl}privacy">سياسة الخصوصية</a></footer>
</body>
</html>`
}

const appPromotion = markup`<div class="app-promo">لمتابعة أحدث الأخبار عبر تطبيق بيدر حمّل التطبيق من متجر هاتفك</div>`

function readAlso({ readAlso: links }: ArticleView): Markup {
  return markup`<div class="read-also"><span>اقرأ أيضًا:</span> ${links.map(({ title, url }) => markup`<a href="${url}">${title}</a>`)}</div>`
}

function share(url: string): Markup {
  return markup`<ul class="share-bar"><li><a href="#share-1" data-url="${url}">شارك</a></li><li><a href="#share-2">غرّد</a></li><li><a href="#print">طباعة</a></li><li><a href="#copy">نسخ الرابط</a></li></ul>`
}

function picture({ article, imageUrl }: ArticleView): Markup | undefined {
  if (imageUrl === undefined) return undefined
  return markup`<figure class="post-thumb"><img src="${imageUrl}" width="640" height="360" alt="${article.title}"><figcaption>صورة تعبيرية (أرشيف بيدر)</figcaption></figure>`
}

function comments(view: ArticleView): Markup {
  return markup`<section id="comments"><h3>التعليقات (${view.comments.length})</h3>
${view.comments.map(({ name, text }) => markup`<div class="comment"><b>${name}</b><p>${text}</p><a href="#reply">ردّ</a></div>`)}
<form><textarea placeholder="أضف تعليقك"></textarea><button>إرسال</button></form></section>`
}
