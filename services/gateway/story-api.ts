import { mergeStories, splitStory } from '@rafid/catalog'
import type { StoryLog } from '@rafid/catalog'
import { moveStory, setStory } from '@rafid/contracts'
import { job } from '@rafid/pipeline'
import type { Emission, Queues } from '@rafid/pipeline'
import type { ArticleReader, IndexedStory } from '@rafid/search'
import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { brief } from './article-view.ts'
import { isJson, wrongType } from './json-only.ts'
import { problem } from './problem.ts'

export type StoryDeps = {
  readonly reader: ArticleReader
  readonly stories: StoryLog
  readonly queues: Pick<Queues, 'add'>
}

const requestBytesMax = 64 * 1024
const splitMax = 500

const merge = z.strictObject({ with: z.string().max(64) })
const split = z.strictObject({ articles: z.array(z.string().max(64)).min(1).max(splitMax) })

/** The part of the API that is about stories. */
export function storyApi(app: Hono, { reader, stories, queues }: StoryDeps): void {
  // A correction is a trace of its own.
  const tellIndex = async (emissions: readonly Emission[]): Promise<void> => {
    const traceId = crypto.randomUUID().replaceAll('-', '')
    await queues.add(emissions, { traceId, startedAt: new Date().toISOString() })
  }

  app.get('/stories/:id', async (context) => {
    const story = await reader.story(context.req.param('id'))
    return story === null ? unknown(context) : context.json(storyView(story))
  })
  app.post('/stories/:id/merge', bodyLimit({ maxSize: requestBytesMax }), async (context) => {
    if (!isJson(context)) return wrongType(context, '{"with": "s…"}')
    const { with: other } = merge.parse(await context.req.json())
    const [goesOn, ends] = await Promise.all([reader.story(context.req.param('id')), reader.story(other)])
    if (goesOn === null || ends === null) return unknown(context)
    const move = await mergeStories(stories, goesOn, ends)
    await tellIndex([job(moveStory, move)])
    return context.json({ id: move.to, merged: move.from }, 202)
  })
  app.post('/stories/:id/split', bodyLimit({ maxSize: requestBytesMax }), async (context) => {
    if (!isJson(context)) return wrongType(context, '{"articles": ["a…"]}')
    const { articles } = split.parse(await context.req.json())
    const story = await reader.story(context.req.param('id'))
    if (story === null) return unknown(context)
    const { into, decisions } = await splitStory(stories, story, articles)
    await tellIndex(decisions.map((decision) => job(setStory, decision)))
    return context.json({ id: into, from: story.id, articles: decisions.map(({ articleId }) => articleId) }, 202)
  })
}

function storyView({ id, lang, articles }: IndexedStory) {
  return { id, lang, articles: articles.map((article) => brief(article)) }
}

function unknown(context: Context): Response {
  return problem(context, 404, 'story.unknown', 'There is no story of this id.')
}
