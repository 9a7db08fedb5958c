import { headed, line, million, repeated, share, within, type HostilePage } from './hostile-page.ts'
import { samplePage, sampleParagraphs } from './sample-page.ts'

/** Pages that are no article, or lie, or hide: what the wild has. */
export const badInputs: readonly HostilePage[] = [
  ['nothing', () => ''],
  ['a wall of cookies', () => '<div class="consent"><p>We value your privacy. Accept all cookies to go on.</p></div>'],
  ['a page that wants scripts', () => '<noscript>Please enable JavaScript.</noscript><div id="app"></div>'],
  [
    'canonical addresses that lead elsewhere',
    () =>
      headed('<link rel="canonical" href="http://127.0.0.1/"><meta property="og:url" content="javascript:alert(1)">'),
  ],
  [
    'a base that is a script',
    () => samplePage.replace('<head>', '<head><base href="javascript:alert(1)//"><base href="//evil.example/">'),
  ],
  [
    'hidden text',
    repeated('<p style="display:none">hidden</p><p hidden>hidden</p><p style="text-indent:-9999px">away</p>', 20_000),
  ],
  [
    'words of labels within sentences',
    repeated('<p>شارك الوزير في الحفل، وأكد المصدر أن المزيد من الدعم سيصل إلى الدول المصدرة.</p>', 1_000),
  ],
  ['signs of several encodings', line('\ufffd\u0000\ufffe\u0085\ud800', 250_000)],
  ['marks that turn the text', line('\u202e\u2066abc\u2069', 600_000)],
  ['a million marks on one letter', line('\u0301', million)],
  ['50,000 joined emoji', line('\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67', 400_000)],
  ['tracking pixels', repeated('<img src="https://t.example/p" width=1 height=1>', 50_000)],
  [
    'pictures that are scripts',
    repeated('<img data-src="javascript:x" src="data:image/gif;base64,R0" onerror="x">', 30_000),
  ],
  [
    'pictures that are their own data',
    (scale) => within(`<img src="data:image/png;base64,${'iVBORw0KGgo'.repeat(share(400_000, scale))}">`),
  ],
  ['text as a page', (scale) => `${sampleParagraphs.join('\n')}\n`.repeat(share(5_000, scale))],
  [
    'bytes of a PDF',
    (scale) =>
      `%PDF-1.7\n${'%âãÏÓ\n1 0 obj<</Type/Catalog>>stream\u0001\u0002endstream '.repeat(share(50_000, scale))}`,
  ],
]
