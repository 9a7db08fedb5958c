import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createBullBoard } from '@bull-board/api'
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter'
import { HonoAdapter } from '@bull-board/hono'
import { serveStatic } from '@hono/node-server/serve-static'
import { queueNames } from '@rafid/contracts'
import type { Queues } from '@rafid/pipeline'
import { Hono } from 'hono'

/** Between two looks at the queues, in seconds. */
const lookEverySeconds = 5

/** Bull Board over all queues, for looking only. */
export function bullBoard(queues: Pick<Queues, 'queue'>, path: string): Hono {
  const serverAdapter = new HonoAdapter(serveStatic)
  serverAdapter.setBasePath(path)
  createBullBoard({
    queues: queueNames.map((name) => new BullMQAdapter(queues.queue(name), { readOnlyMode: true })),
    serverAdapter,
    options: {
      // Left to itself it looks for its pages by evaluating a text.
      uiBasePath: dirname(fileURLToPath(import.meta.resolve('@bull-board/ui/package.json'))),
      uiConfig: { boardTitle: 'Rafid', pollingInterval: { forceInterval: lookEverySeconds } },
    },
  })
  return new Hono().route(path, serverAdapter.registerPlugin())
}
