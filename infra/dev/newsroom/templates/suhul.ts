import { type Markup, markup } from '../markup.ts'
import { listItems, readableDate } from './parts.ts'
import type { ArticleView } from './view.ts'

/** The regional portal: tables and font elements of another age, served as windows-1256, no metadata at all. */
export function suhulPage(view: ArticleView): Markup {
  const { article, homeUrl, feedUrl } = view
  return markup`<html dir="rtl">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">
<title>${article.publisher.name} :: ${article.title}</title>
</head>
<body bgcolor="#f4f1e6">
<table width="960" align="center" cellpadding="4">
<tr><td colspan="3" bgcolor="#35502b"><a href="${homeUrl}"><font size="6" color="#ffffff">${article.publisher.name}</font></a> <font color="#ffffff">${article.publisher.tagline}</font></td></tr>
<tr><td colspan="3">${view.sections.map(({ title, url }) => markup`<a href="${url}">${title}</a> |`)} <a href="${feedUrl}">RSS</a></td></tr>
<tr valign="top">
<td width="160"><b>الأكثر قراءة</b><ul>${listItems(view.mostRead)}</ul><b>مواقيت الصلاة</b><br>الفجر 4:58<br>الظهر 11:37<br>المغرب 4:41</td>
<td>
<font size="2"><a href="${homeUrl}">الرئيسية</a> &gt; <a href="${view.section.url}">${view.section.title}</a></font>
<h2><font color="#7a1f1f">${article.title}</font></h2>
<font size="2" color="#666666">${readableDate(article.publishedAt, 'ar-SY-u-nu-latn')} - ${article.byline} - عدد القراءات: ${article.number % 977}</font>
<hr>
${view.imageUrl === undefined ? undefined : markup`<img src="${view.imageUrl}" align="left" width="280" border="1">`}
<font size="4">
${article.paragraphs.map((paragraph, index) => markup`<p align="justify">${paragraph}</p>${index === 1 ? readAlso(view) : undefined}`)}
</font>
<hr>
<font size="2">أضف إلى المفضلة | أرسل لصديق | طباعة | <b>كلمات دلالية:</b> ${article.tags.join('، ')}</font>
<table width="100%" bgcolor="#e8e2cc"><tr><td><b>مواضيع مشابهة</b><ul>${listItems(view.similar)}</ul></td></tr></table>
<table width="100%"><tr><td><b>تعليقات الزوار</b></td></tr>
${view.comments.map(({ name, text }) => markup`<tr><td><font color="#35502b">${name}</font>: ${text}</td></tr>`)}
</table>
</td>
</tr>
<tr><td colspan="3" align="center"><font size="1">الآراء المنشورة تعبّر عن أصحابها - ${article.publisher.name} - يُنصح بدقة عرض 1024×768</font></td></tr>
</table>
</body>
</html>`
}

function readAlso({ readAlso: links }: ArticleView): Markup {
  return markup`<p><font color="#7a1f1f">شاهد أيضًا: </font>${links.map(({ title, url }) => markup`<a href="${url}">${title}</a>`)}</p>`
}
