/** The text of the page that hostile ones are made from. */
export const sampleParagraphs = [
  'The council decided on Monday evening that the harbour of the old town will be repaired before the winter storms.',
  'Work is expected to last for twelve months, and fishermen will keep their berths in the meantime, the mayor said.',
  'وينتظر السكان أن يعيد المشروع الحياة إلى السوق المجاورة التي أغلقت محالها منذ سنوات طويلة، بحسب البلدية.',
] as const

/** An ordinary page with a little of everything. */
export const samplePage = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The old harbour will be repaired | Sahel</title>
<meta property="og:type" content="article"><meta property="article:published_time" content="2024-05-01T08:00:00+03:00">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"The old harbour will be repaired","author":{"name":"Lina Haddad"}}</script>
</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>The old harbour will be repaired</h1><p class="byline">By Lina Haddad, 1 May 2024</p>
<figure><img src="/pier.jpg" alt="The pier"><figcaption>The pier in spring. Photo: Sahel</figcaption></figure>
<p>${sampleParagraphs[0]}</p><p>${sampleParagraphs[1]}</p><h2>What will <em>change</em></h2>
<ul><li>The eastern pier will be raised by one metre.</li><li>Lamps will be renewed.</li></ul>
<table><tr><th>Year</th><th>Cost</th></tr><tr><td>2030</td><td>12 million</td></tr></table>
<blockquote dir="rtl" lang="ar"><p>${sampleParagraphs[2]}</p></blockquote>
<p>اقرأ أيضا: <a href="/n/2">بطولة الشطرنج للناشئين تنطلق في العاصمة</a></p><p>Source: Sahel agency</p></article>
<footer><p>All rights reserved.</p></footer></body></html>`
