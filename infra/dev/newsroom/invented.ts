import type { Article } from './article.ts'
import { copiedParagraphs, withDateline } from './copy.ts'
import { houseStyle } from './house-style.ts'
import { type Publisher, publishers } from './publishers.ts'
import { hashOf, integerBetween, type Random, sample } from './random.ts'
import { drawFacts, type Facts } from './stories/facts.ts'
import { storyTemplates } from './stories/index.ts'
import { filled, tellStory } from './stories/story.ts'
import type { StoryTemplate } from './stories/template.ts'

/** An article before it has an address and a date. */
export type Manuscript = Omit<Article, 'number' | 'publishedAt' | 'modifiedAt'>

type Event = { template: StoryTemplate; facts: Facts }

const followUpsWaitingMax = 3
const followUpChance = 0.4
const copyChance = 0.6
const secondReportChance = 0.35

/**
 * Articles without end: an event reported by one publisher, sometimes taken over from the agency or reported
 * independently by others a little later. Each step is given the article that came of the manuscript before.
 */
export function* inventedArticles(random: Random): Generator<Manuscript, never, Article> {
  const waiting: (() => Manuscript)[] = []
  for (let turn = 0; ; turn++) {
    const template = storyTemplates[turn % storyTemplates.length] ?? sample(storyTemplates, random)
    const event = { template, facts: drawFacts(template.lang, random) }
    const publisher = sample(publishersFor(template), random)
    const article = yield reported(event, publisher, random)
    waiting.push(...followUpsOf(article, event, random))
    while (waiting.length > followUpsWaitingMax || (waiting.length > 0 && random() < followUpChance)) {
      const write = waiting.shift()
      if (write !== undefined) yield write()
    }
  }
}

function followUpsOf(article: Article, event: Event, random: Random): (() => Manuscript)[] {
  const others = publishersFor(event.template).filter((other) => !other.isAgency && other !== article.publisher)
  const followUps = []
  if (article.publisher.isAgency && random() < copyChance) {
    const copier = sample(others, random)
    followUps.push(() => copied(article, event, copier, random))
  }
  const second = others.at(-1)
  if (second !== undefined && random() < secondReportChance) {
    followUps.push(() => reported(event, second, random))
  }
  return followUps
}

function reported({ template, facts }: Event, publisher: Publisher, random: Random): Manuscript {
  const { title, paragraphs } = tellStory(template, facts, random)
  const [lead = '', ...rest] = paragraphs
  const opening = publisher.isAgency ? withDateline(lead, facts.place, publisher) : lead
  return {
    publisher,
    topic: template.topic,
    tags: [facts.place, ...template.tags],
    byline: publisher.isAgency ? publisher.name : bylineOf(facts, publisher),
    title: houseStyle(title, publisher.numbers),
    paragraphs: [opening, ...rest].map((paragraph) => houseStyle(paragraph, publisher.numbers)),
  }
}

function copied(original: Article, { template, facts }: Event, publisher: Publisher, random: Random): Manuscript {
  const dropped = integerBetween(1, original.paragraphs.length, random)
  const paragraphs = copiedParagraphs(original.paragraphs, original.publisher, { dropped })
  return {
    publisher,
    original,
    topic: template.topic,
    tags: original.tags.slice(0, 2),
    byline: original.publisher.name,
    title: houseStyle(filled(sample(template.titles, random), facts), publisher.numbers),
    paragraphs: paragraphs.map((paragraph) => houseStyle(paragraph, publisher.numbers)),
  }
}

function bylineOf(facts: Facts, publisher: Publisher): string {
  const desks =
    publisher.lang === 'ar' ? ['قسم الأخبار', 'مراسلنا', 'قسم المحافظات'] : ['Staff reporter', 'News desk', 'Local desk']
  return `${desks[hashOf(facts.place) % desks.length]}, ${facts.place}`
}

function publishersFor(template: StoryTemplate): Publisher[] {
  return publishers.filter((publisher) => publisher.lang === template.lang)
}
