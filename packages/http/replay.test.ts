import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

import { describe, expect, it } from 'vitest'

import { loopback } from './loopback.ts'
import { usable } from './usable.ts'

const replay = fileURLToPath(new URL('../../../shared/replay/replay.mjs', import.meta.url))
const present = existsSync(replay)

describe.skipIf(!present)(`captured hosts${present ? '' : ' (skipped: ../shared/replay is not there)'}`, () => {
  it('are read through a forward proxy, feed and page, and not again when nothing changed', async () => {
    const net = loopback()
    const free = await net.web(() => {})
    await net.close()
    const child = spawn(process.execPath, [replay, '--limit', '20', '--port', String(free)])
    try {
      const line = await firstLine(child.stdout)
      const { proxy }: { proxy: string } = JSON.parse(line)
      const client = net.client([], { proxy })
      const direct = net.client([], { allow: [{ host: '127.0.0.1', port: free }] })
      const opml = await direct.get(`${proxy}/feeds.opml`)
      const feedUrl = /xmlUrl="([^"]+)"/.exec(Buffer.from(opml.body).toString())?.[1] ?? ''
      const feed = usable(await client.get(feedUrl))
      const again = await client.get(feedUrl, { validators: feed })
      expect(again.status).toBe(304)
      const pageUrl = /<guid[^>]*>([^<]+)</.exec(Buffer.from(feed.body).toString())?.[1] ?? ''
      const page = usable(await client.get(pageUrl.replaceAll('&amp;', '&')))
      expect(Buffer.from(page.body).toString()).toMatch(/<html/i)
    } finally {
      child.kill()
      await net.close()
    }
  })
})

async function firstLine(stream: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: stream })) return line
  return ''
}
