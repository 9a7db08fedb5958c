import type { QueueHome } from '@rafid/pipeline'
import type { Finding } from './finding.ts'

const skewMaxMs = 5_000

/** Whether this machine has the time that Redis has: due times are told by the one and waited for by the other. */
export async function examineClock({ redis }: Pick<QueueHome, 'redis'>, now: () => Date): Promise<Finding[]> {
  const [seconds] = await redis.time()
  const skewMs = Math.abs(now().getTime() - Number(seconds) * 1000)
  if (skewMs <= skewMaxMs) return []
  return [
    {
      code: 'clock.skew',
      is: `the clocks of this machine and of Redis are ${Math.round(skewMs / 1000)} s apart`,
      fix: 'let both follow a time server (systemd-timesyncd, chrony)',
    },
  ]
}
