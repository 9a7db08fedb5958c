import type { Surroundings } from '@rafid/operations'
import type { QueueHome } from './queues.ts'

/** How full Redis is, and whether it would lose jobs. What a hosted one does not tell counts as in order. */
export async function redisState({ redis }: Pick<QueueHome, 'redis'>): Promise<Surroundings['redis']> {
  const info = await redis.info()
  const fact = (name: string): string | null => new RegExp(`^${name}:(.*)$`, 'm').exec(info)?.[1]?.trim() ?? null
  return {
    usedBytes: Number(fact('used_memory') ?? 0),
    maxBytes: Number(fact('maxmemory') ?? 0),
    policy: fact('maxmemory_policy') ?? 'noeviction',
    appendOnly: fact('aof_enabled') !== '0',
  }
}
