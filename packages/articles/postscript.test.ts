import { expect, it } from 'vitest'
import { extractArticle } from './extract-article.ts'

const story = [
  'The ferry to the northern islands will sail twice a day from Monday, the harbour office said, after a month in which storms kept it in port and shops on the islands ran short of flour and fuel.',
  'Islanders had asked for a third crossing, but the company says that it lacks a crew for it until the spring, and that a smaller boat could take passengers without their cars in the meantime.',
]
const page = (...paragraphs: string[]): string =>
  `<html lang="en"><title>Ferry sails again</title><body><article><h1>Ferry sails again</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`
const textOf = (...paragraphs: string[]): string =>
  extractArticle(page(...paragraphs), { url: 'https://news.example/ferry' }).text

it.each([
  'Follow us on Facebook for more',
  'Sign up for our daily newsletter',
  'Do you have a story? Tell us.',
  'Copyright 2026. All rights reserved.',
])('leaves out what stands under the text: %s', (postscript) => {
  expect(textOf(...story, postscript)).toBe(story.join('\n\n'))
})

it.each([
  'A seaman who went overboard in the first storm is still missing, and the coast guard has yet to find him.',
  'The islanders, who waited longer than anyone, say that they have a story to tell about patience and tinned fish.',
  'Those who sign up for the morning boat will have to carry their shopping home over the hill on foot, as before.',
])('keeps a last sentence that only sounds like it: %s', (ending) => {
  expect(textOf(...story, ending)).toBe([...story, ending].join('\n\n'))
})
