import { dirname } from 'node:path'
import { loadSettings } from '@rafid/config'
import { ConfigError } from '@rafid/errors'
import { Command } from 'commander'
import { examineClock } from '../doctor/examine-clock.ts'
import { examineDisk } from '../doctor/examine-disk.ts'
import { examineCluster, examineIndexFile } from '../doctor/examine-index.ts'
import { examinePipeline } from '../doctor/examine-pipeline.ts'
import { examineSettings } from '../doctor/examine-settings.ts'
import type { Finding } from '../doctor/finding.ts'
import { inHouse } from '../house.ts'
import type { House } from '../house.ts'
import { indexPath } from '../index-path.ts'
import { openIndex } from '../open-index.ts'
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
  const disk = await examineDisk(dirname(indexPath()))
  // What may not be read cannot be judged.
  const index = disk.some(({ code }) => code === 'data.rights') ? [] : await examineIndex()
  return [...settings, ...disk, ...index, ...(await examineHouse())]
}

async function examineIndex(): Promise<Finding[]> {
  const { searchUrl } = loadSettings(['searchUrl'], process.env)
  if (searchUrl === undefined) return examineIndexFile(indexPath())
  const reader = openIndex()
  try {
    return await examineCluster(reader)
  } finally {
    await reader.close()
  }
}

async function examineHouse(): Promise<Finding[]> {
  const findings: Finding[] = []
  const examine = async (house: House): Promise<void> => {
    findings.push(...(await examineClock(house.home, () => new Date())), ...(await examinePipeline(house)))
  }
  try {
    await inHouse(examine, { acceptsEviction: true })
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    const fix = 'start Redis 7 or newer with appendonly yes and maxmemory-policy noeviction, or set REDIS_URL'
    findings.push(...error.problems.map((is) => ({ code: 'redis.unusable', is, fix })))
  }
  return findings
}
