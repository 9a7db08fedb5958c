import { describe, expect, it } from 'vitest'

import { outlineOf } from './blocks.ts'
import { cueOf } from './cue-of.ts'
import { parseHtml } from '@rafid/html'

function cue(html: string) {
  const root = parseHtml(html)
  const block = outlineOf(root).blocks[0]
  return block === undefined ? null : cueOf(block)
}

describe('label lines', () => {
  const labels: [string, string][] = [
    ['<h3>إقرأ أيضاً:</h3>', 'read-also'],
    ['<p>اقرأ ايضا : <a href="/x">عنوان خبر آخر</a></p>', 'read-also'],
    ['<b>مقالات مشابهة</b>', 'similar'],
    ['<p>كلمات دلالية: <a href="/t">الميناء</a></p>', 'tags'],
    ['<div>المصدر</div>', 'source'],
    ['<p>لمتابعة أحدث الأخبار عبر تطبيق الصحيفة اضغط هنا</p>', 'promotion'],
    ['<p>شارك</p>', 'share'],
    ['<h4>التعليقات (3)</h4>', 'comments'],
    ['<p>Read more: <a href="/x">Another story</a></p>', 'read-also'],
    ['<p>Tags: harbour, fishing</p>', 'tags'],
    ['<p>Lesen Sie auch: Etwas anderes</p>', 'read-also'],
    ['<p>Читайте также: другая новость</p>', 'read-also'],
    ['<p>همچنین بخوانید: خبر دیگر</p>', 'read-also'],
    ['<p>Bunu da okuyun: Başka bir haber</p>', 'read-also'],
    ['<h4>مواضيع ذات علاقة</h4>', 'similar'],
    ['<h4><a href="/t">الكلمات الدالة</a></h4>', 'tags'],
    ['<p>نقلاً عن صحيفة صوت الوادي</p>', 'source'],
    ['<p>شارك الخبر مع أصدقائك</p>', 'share'],
    ['<p>نشر في 17 سبتمبر 2023</p>', 'published'],
  ]
  it.each(labels)('%s', (html, role) => {
    expect(cue(html)?.role).toBe(role)
  })
})

describe('the same words inside a sentence', () => {
  const sentences = [
    '<p>شارك الوزير في حفل وضع حجر الأساس مع عدد من المسؤولين.</p>',
    '<p>المصدر ذاته أكد أن الشحنة وصلت إلى الميناء في موعدها.</p>',
    '<p>المزيد من الدعم سيصل قبل نهاية الشتاء، بحسب الوزارة.</p>',
    '<p>كتب الشاعر قصيدته الأولى في المنفى قبل ثلاثين عاما.</p>',
    '<p>ذات صلة بالملف نفسه، قال المحامي إن الجلسة أجلت.</p>',
    '<p>Share prices fell on Monday as investors waited for the bank.</p>',
    '<p>Source code for the tool was published last week.</p>',
    '<p>Related cases were heard by the same court in May.</p>',
    '<p>نقلا عن مصدر في البلدية، قالت الصحيفة إن الجسر سيفتح غدا.</p>',
    '<p>نشر في العاصمة كتابه الأول قبل عشرين عاما ولم يلتفت إليه أحد.</p>',
    '<p>شارك الخبر السار مع والديه قبل أن يعلنه للصحافة بيومين.</p>',
    '<p>By the time the ship arrived, the harbour was closed.</p>',
  ]
  it.each(sentences)('%s', (html) => {
    expect(cue(html)).toBeNull()
  })
})

it('gives what follows the label in the spelling of the page', () => {
  expect(cue('<p>المصدر : وكالة الأنباء المحليّة</p>')?.rest).toBe('وكالة الأنباء المحليّة')
})

it('gives the name that stands before the colon of a link to the source', () => {
  expect(cue('<p>رابط الخبر بصحيفة صوت الوادي: البلدية تعيد فتح الجسر الحجري</p>')).toEqual({
    role: 'source',
    rest: 'صوت الوادي',
  })
})

it('needs no colon after a label in an element of its own', () => {
  expect(cue('<div><span>الوسوم</span><span>جسور، ترميم</span></div>')).toEqual({ role: 'tags', rest: 'جسور، ترميم' })
  expect(cue('<p><b>Source</b> code for the tool was published last week.</p>')).toBeNull()
})
