import { loadSettings } from '@rafid/config'
import { ConfigError } from '@rafid/errors'
import { Command } from 'commander'
import { examineDisk } from '../doctor/examine-disk.ts'
import { examinePipeline } from '../doctor/examine-pipeline.ts'
import { examineRedis } from '../doctor/examine-redis.ts'
import { examineSettings } from '../doctor/examine-settings.ts'
import type { Finding } from '../doctor/finding.ts'
import { inHouse } from '../house.ts'
import { print } from '../print.ts'

/** `rafid doctor`: looks for everything that keeps an installation from working, and says what mends it. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description('look for what keeps this installation from working, and say what mends it')
    .action(async (_options, command: Command) => {
      const findings = await examineAll()
      print(command, { findings }, () =>
        findings.length === 0 ? ['nothing is amiss'] : findings.flatMap(({ is, fix }) => [`✗ ${is}`, `  → ${fix}`]),
      )
      if (findings.length > 0) process.exitCode = 1
    })
}

async function examineAll(): Promise<Finding[]> {
  const settings = await examineSettings(process.env)
  if (settings.some(({ code }) => code === 'settings.wrong')) return settings
  const { dataDir } = loadSettings(['dataDir'], process.env)
  return [...settings, ...(await examineDisk(dataDir)), ...(await examineHouse())]
}

async function examineHouse(): Promise<Finding[]> {
  const findings: Finding[] = []
  try {
    await inHouse(async ({ home, feeds, deadLetters }) => {
      const parts = { home, feeds, deadLetters }
      findings.push(...(await examineRedis(home, () => new Date())), ...(await examinePipeline(parts)))
    })
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    const fix = 'start Redis 7 or newer with appendonly yes and maxmemory-policy noeviction, or set REDIS_URL'
    findings.push(...error.problems.map((is) => ({ code: 'redis.unusable', is, fix })))
  }
  return findings
}
