import { constants, existsSync } from 'node:fs'
import { access, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { checkFile } from '@rafid/search'
import type { Finding } from './finding.ts'

const freeShareMin = 0.05
const freeBytesMin = 1 << 30

/** Whether the data folder is there, can be written, has room, and holds a sound index. */
export async function examineDisk(dataDir: string): Promise<Finding[]> {
  if (!existsSync(dataDir)) {
    return [
      {
        code: 'data.missing',
        is: `there is no data folder ${dataDir}`,
        fix: 'start Rafid once, or set RAFID_DATA_DIR to the folder of the installation',
      },
    ]
  }
  return [...(await rights(dataDir)), ...(await room(dataDir)), ...index(join(dataDir, 'index.db'))]
}

async function rights(dataDir: string): Promise<Finding[]> {
  try {
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
    return []
  } catch {
    return [
      {
        code: 'data.rights',
        is: `the data folder ${dataDir} cannot be written by this user`,
        fix: `give it to the user that runs Rafid: chown -R USER ${dataDir}`,
      },
    ]
  }
}

async function room(dataDir: string): Promise<Finding[]> {
  const { bavail, blocks, bsize } = await statfs(dataDir)
  const [freeBytes, share] = [bavail * bsize, bavail / Math.max(1, blocks)]
  if (freeBytes >= freeBytesMin && share >= freeShareMin) return []
  return [
    {
      code: 'data.room',
      is: `the disk of ${dataDir} has ${Math.round(freeBytes / 2 ** 20)} MiB left (${Math.round(share * 100)} %)`,
      fix: 'make room, or keep less: RAFID_KEEP_DAYS, RAFID_DOCUMENT_HOURS',
    },
  ]
}

function index(path: string): Finding[] {
  if (!existsSync(path)) return []
  try {
    return checkFile(path).map((fault) => ({
      code: 'index.unsound',
      is: `the index is not sound: ${fault}`,
      fix: 'rafid reindex where only texts are amiss; else stop Rafid and put a backup in its place',
    }))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return [
      {
        code: 'index.unsound',
        is: `the index cannot be opened: ${reason}`,
        fix: 'stop Rafid and put a backup in its place (rafid backup makes them)',
      },
    ]
  }
}
