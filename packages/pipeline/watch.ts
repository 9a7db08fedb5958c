import { look } from './look.ts'
import type { LookOptions, Sight, Watched } from './look.ts'
import type { QueueHome } from './queues.ts'

/** Between two looks, in milliseconds. */
const lookEveryMs = 5_000

/** What was seen is forgotten when nobody has looked for so long, in milliseconds. */
const keptMs = 300_000

// One watcher at a time looks; who finds the turn taken reads what the other saw.
const turnScript = `
local owner = redis.call('GET', KEYS[1])
if owner and owner ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1
`

/**
 * Looks at the pipeline every few seconds and remembers the last hour. Any number of gateways may watch and any number of
 * pages look on: Redis is asked by one of them, and as much whether a queue holds ten jobs or ten million.
 */
export class Watch {
  readonly #options: LookOptions
  readonly #id = crypto.randomUUID()
  #timer: NodeJS.Timeout | null = null

  constructor(options: LookOptions) {
    this.#options = options
  }

  /** @param onFailure told why a look failed; the next one follows all the same */
  start(onFailure: (error: unknown) => void): void {
    const onTime = (): void => void this.look().catch(onFailure)
    onTime()
    this.#timer = setInterval(onTime, lookEveryMs)
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer)
  }

  /** Looks once, unless it is another watcher's turn. */
  async look(): Promise<void> {
    const { redis } = this.#options
    const isOurs = await redis.eval(turnScript, 1, keyOf(this.#options, 'turn'), this.#id, lookEveryMs * 3)
    if (isOurs !== 1) return
    const before = await lastSight(this.#options)
    const sight = await look(this.#options, before?.memory ?? null)
    const [state, at] = [keyOf(this.#options, 'state'), keyOf(this.#options, 'at')]
    const text = JSON.stringify(sight)
    await redis.multi().set(state, text, 'PX', keptMs).set(at, sight.watched.atMs, 'PX', keptMs).exec()
  }
}

/** What a watcher saw last; null while nobody watches. */
export async function lastWatched(home: QueueHome): Promise<Watched | null> {
  return (await lastSight(home))?.watched ?? null
}

/** When a watcher looked last, in milliseconds since 1970: whoever has seen that look need not read it again. */
export async function watchedAt(home: QueueHome): Promise<number | null> {
  const text = await home.redis.get(keyOf(home, 'at'))
  return text === null ? null : Number(text)
}

/** The same with what the next look goes on from. */
export async function lastSight(home: QueueHome): Promise<Sight | null> {
  const text = await home.redis.get(keyOf(home, 'state'))
  // Only a watcher writes there; what an older one wrote is gone after five minutes.
  return text === null ? null : (JSON.parse(text) as Sight)
}

function keyOf({ prefix }: Pick<QueueHome, 'prefix'>, part: 'state' | 'turn' | 'at'): string {
  return `${prefix}:watch:${part}`
}
