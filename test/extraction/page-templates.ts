import {
  commentLines,
  menu,
  navigation,
  otherStories,
  otherStory,
  promotions,
  readAlsoLabels,
  shareLabels,
  similarLabels,
  sourceLabels,
  tagLabels,
  tags,
} from './page-furniture.ts'

type Story = { title: string; paragraphs: string[]; seed: number }
type Template = (story: Story) => string

/** Pages as builders write them, each with a text in the middle and furniture around it. */
export const templates: Record<string, Template> = {
  'named parts': (story) =>
    page(
      story,
      `<header class="site-header"><nav>${list(menu)}</nav></header>
      <main><article class="post"><h1>${escape(story.title)}</h1>
      <div class="meta">الأحد 3 مارس 2024 | ${pick(shareLabels, story)}</div>
      <div class="entry-content">${withInsert(elements('p', story), `<p><strong>${pick(readAlsoLabels, story)}:</strong> ${link(pick(otherStories, story))}</p>`)}
      <p>${pick(sourceLabels, story)}: <a href="/source">وكالة الوادي</a></p>
      <div class="post-tags">${pick(tagLabels, story)}: ${tagLinks()}</div></div></article>
      <section class="related"><h3>${pick(similarLabels, story)}</h3>${list(otherStories)}</section>
      <div id="comments"><h3>التعليقات</h3>${commentLines.map((text) => `<p>${text}</p>`).join('')}</div></main>
      <aside class="sidebar"><h4>الأكثر قراءة</h4>${list(otherStories)}</aside>
      <footer><p>جميع الحقوق محفوظة لصحيفة الوادي</p>${list(navigation)}</footer>`,
    ),
  'one box of lines': (story) =>
    page(
      story,
      `<div><div>${list(menu)}</div></div><div><div><b>${escape(story.title)}</b></div>
      <div>${story.paragraphs.map(escape).join('<br><br>')}<br><br>${pick(sourceLabels, story)}: وكالة الوادي<br><br>
      ${pick(tagLabels, story)}: ${tags.join('، ')}<br><br><b>${pick(readAlsoLabels, story)}:</b><br><br><b>${otherStory.title}</b><br><br>
      ${pick(promotions, story)}<br><br>${otherStory.paragraphs.join('<br><br>')}<br><br><b>${pick(similarLabels, story)}</b><br><br>
      ${otherStories.map((title) => `• ${link(title)}`).join('<br>')}</div></div>
      <div><p>جميع الحقوق محفوظة</p></div>`,
    ),
  'tables in tables': (story) =>
    page(
      story,
      `<table><tr><td colspan="2">${menu.map(link).join(' | ')}</td></tr><tr><td width="160"><b>${pick(similarLabels, story)}</b><br>
      ${otherStories.map(link).join('<br>')}</td><td><table><tr><td><font size="5"><b>${escape(story.title)}</b></font></td></tr>
      <tr><td>الوادي | رقم الخبر ${4000 + story.seed} | 03/03/2024</td></tr>
      <tr><td><font face="Tahoma">${elements('p', story).join('\n')}</font></td></tr>
      <tr><td>أضف إلى المفضلة | أرسل لصديق | طباعة | ${pick(tagLabels, story)}: ${tags.join('، ')}</td></tr>
      <tr><td><b>تعليقات الزوار</b></td></tr>${commentLines.map((text) => `<tr><td>${text}</td></tr>`).join('')}</table></td></tr>
      <tr><td colspan="2">${navigation.map(link).join(' | ')}<br>جميع الحقوق محفوظة</td></tr></table>`,
    ),
  'boxes without names': (story) =>
    page(
      story,
      `<div>${menu.map((text) => `<div>${link(text)}</div>`).join('')}</div><div><div><div><h1>${escape(story.title)}</h1></div>
      <div><span>نشر في: 3 مارس 2024</span></div><div>${withInsert(elements('div', story), `<div><div>${pick(readAlsoLabels, story)}</div><div>${link(pick(otherStories, story))}</div></div>`)}</div>
      <div><span>${pick(sourceLabels, story)}</span> <span>وكالة الوادي</span></div>
      <div><span>${pick(tagLabels, story)}</span>${tags.map((tag) => `<span><a href="/t">${tag}</a></span>`).join(' ')}</div></div>
      <div><div>${pick(similarLabels, story)}</div>${otherStories.map((text) => `<div>${link(text)}</div>`).join('')}</div></div>
      <div>${navigation.map((text) => `<div>${link(text)}</div>`).join('')}</div>`,
    ),
  'a blog': (story) =>
    page(
      story,
      `<div id="page"><div id="header"><ul id="menu">${items(menu)}</ul></div><div id="content"><div class="post hentry">
      <h2 class="entry-title">${escape(story.title)}</h2><p class="byline">كتب: سامر الوادي</p>
      <div class="entry">${elements('p', story).join('\n')}<p>${pick(promotions, story)}</p>
      <div class="sharedaddy"><h3>${pick(shareLabels, story)}</h3>${list(['فيسبوك', 'تويتر', 'واتساب'])}</div>
      <div id="jp-relatedposts"><h3>${pick(similarLabels, story)}</h3>${list(otherStories)}</div></div>
      <p class="tags">${pick(tagLabels, story)}: ${tagLinks()}</p></div>
      <div id="respond"><h3>اترك تعليقاً</h3><p>لن يتم نشر عنوان بريدك الإلكتروني.</p><form><textarea></textarea></form></div></div>
      <div id="sidebar"><div class="widget"><h3>آخر الأخبار</h3>${list(otherStories)}</div></div>
      <div id="footer"><p>جميع الحقوق محفوظة</p></div></div>`,
    ),
  'one paragraph of lines': (story) =>
    page(
      story,
      `<div><a href="/">الرئيسية</a> &raquo; <a href="/s">محليات</a></div><h2>${escape(story.title)}</h2>
      <div>${['فيسبوك', 'تويتر'].map(link).join(' ')} ${pick(shareLabels, story)}</div>
      <p>${story.paragraphs.map(escape).join('<br>\n')}<br>${pick(sourceLabels, story)} : وكالة الوادي</p>
      <h4>${pick(readAlsoLabels, story)}</h4><ul>${items(otherStories.slice(0, 3))}</ul>
      <div>${pick(promotions, story)}</div><div><h4>${pick(similarLabels, story)}</h4>${list(otherStories)}</div>
      <center>${navigation.map(link).join(' - ')}</center>`,
    ),
}

function page({ title }: Story, body: string) {
  return `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${escape(title)} - صحيفة الوادي</title></head><body>${body}</body></html>`
}

function elements(name: string, { paragraphs }: Story) {
  return paragraphs.map((text) => `<${name}>${escape(text)}</${name}>`)
}

/** The lines with a piece of furniture after the first half; a single line keeps it behind itself. */
function withInsert(lines: string[], insert: string) {
  const half = Math.ceil(lines.length / 2)
  return [...lines.slice(0, half), insert, ...lines.slice(half)].join('')
}

function pick(from: string[], { seed }: Story) {
  return from[seed % from.length] ?? ''
}

function list(texts: string[]) {
  return `<ul>${items(texts)}</ul>`
}

function items(texts: string[]) {
  return texts.map((text) => `<li>${link(text)}</li>`).join('')
}

function tagLinks() {
  return tags.map((tag) => `<a rel="tag" href="/t">${tag}</a>`).join(' ')
}

function link(text: string) {
  return `<a href="/x">${text}</a>`
}

function escape(text: string) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
