import { randomUUID } from 'node:crypto'
import { Redis } from 'ioredis'

/** Counts what clients ask of a Redis; what their scripts do inside of the server is not counted. */
export type CommandCounter = {
  /** How many commands have come while the work was done, from whichever client. */
  during(work: () => Promise<unknown>): Promise<number>
  close(): void
}

/** Listens to a Redis (MONITOR). Connections that are opened meanwhile count with what they say at first. */
export async function countCommands(url: string): Promise<CommandCounter> {
  const redis = new Redis(url)
  const monitor = await redis.monitor()
  let count = 0
  const marks = new Map<string, () => void>()
  monitor.on('monitor', (_time: string, [name = '', argument = '']: string[], source: string) => {
    const reached = name.toLowerCase() === 'echo' ? marks.get(argument) : undefined
    if (reached !== undefined) reached()
    else if (source !== 'lua') count += 1
  })
  // What was asked before the mark has been heard once the mark is.
  const settled = async (): Promise<number> => {
    const mark = randomUUID()
    const heard = Promise.withResolvers<void>()
    marks.set(mark, heard.resolve)
    await redis.echo(mark)
    await heard.promise
    return count
  }
  return {
    async during(work) {
      const before = await settled()
      await work()
      return (await settled()) - before
    },
    close() {
      monitor.disconnect()
      redis.disconnect()
    },
  }
}
