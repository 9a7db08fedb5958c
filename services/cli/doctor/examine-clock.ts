import type { QueueHome } from '@rafid/pipeline'
import { redisState } from '@rafid/pipeline'
import type { Finding } from './finding.ts'

const memoryFrom = 0.8
const skewMaxMs = 5_000

/** Whether Redis keeps what it is given, has room, and has the time that this machine has. */
export async function examineRedis({ redis }: QueueHome, now: () => Date): Promise<Finding[]> {
  const { usedBytes, maxBytes, policy, appendOnly } = await redisState({ redis })
  const [seconds] = await redis.time()
  const skewMs = Math.abs(now().getTime() - Number(seconds) * 1000)
  const findings: Finding[] = []
  if (policy !== 'noeviction') {
    findings.push({
      code: 'redis.evicts',
      is: `Redis runs with maxmemory-policy ${policy} and throws queued jobs away when it is full`,
      fix: 'redis-cli CONFIG SET maxmemory-policy noeviction, and the same in its configuration file',
    })
  }
  if (!appendOnly) {
    findings.push({
      code: 'redis.no_aof',
      is: 'Redis keeps no append-only file: queued jobs are lost when it stops',
      fix: 'redis-cli CONFIG SET appendonly yes, and the same in its configuration file',
    })
  }
  if (maxBytes > 0 && usedBytes / maxBytes >= memoryFrom) {
    findings.push({
      code: 'redis.memory',
      is: `Redis has used ${Math.round((usedBytes / maxBytes) * 100)} % of its memory; when it is full everything stops`,
      fix: 'raise maxmemory, or start workers of the stage whose jobs pile up (rafid queues list)',
    })
  }
  if (skewMs > skewMaxMs) {
    findings.push({
      code: 'clock.skew',
      is: `the clocks of this machine and of Redis are ${Math.round(skewMs / 1000)} s apart`,
      fix: 'let both follow a time server (systemd-timesyncd, chrony)',
    })
  }
  return findings
}
