import { feedOf } from './feed-answer.ts'
import { openPollDesk } from './poll-desk.ts'
import { startScriptedSite } from './start-scripted-site.ts'
import type { ScriptedAnswer } from './start-scripted-site.ts'

/** A site whose feed answers as `script.says`, and fetcher and parser for it. */
export async function openPolledFeed(redisUrl: string, first: ScriptedAnswer | null) {
  const script = { says: first }
  const site = await startScriptedSite((path) => (path === '/new.xml' ? feedOf([1, 2]) : script.says))
  const desk = await openPollDesk(redisUrl, [site.host])
  const id = await desk.add(`${site.url}/feed.xml`)
  return {
    script,
    site,
    desk,
    id,
    async [Symbol.asyncDispose]() {
      await desk[Symbol.asyncDispose]()
      await site[Symbol.asyncDispose]()
    },
  }
}
