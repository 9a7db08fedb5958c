import { constants, existsSync } from 'node:fs'
import { access, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { indexFile } from '@rafid/search'
import type { Finding } from './finding.ts'

const freeShareMin = 0.05
const freeBytesMin = 1 << 30

/** What of the folder must be writable, where it is there. */
const writable = ['.', 'documents', indexFile]

/** How many blocks a disk has, how many are free, and how large one is. */
type DiskState = { readonly bavail: number; readonly blocks: number; readonly bsize: number }

/**
 * Whether the data folder is there, can be written and has room.
 *
 * @param stateOf asked for the disk that a folder lies on
 */
export async function examineDisk(
  dataDir: string,
  stateOf: (path: string) => Promise<DiskState> = statfs,
): Promise<Finding[]> {
  if (!existsSync(dataDir)) {
    return [
      {
        code: 'data.missing',
        is: `there is no data folder ${dataDir}`,
        fix: 'start Rafid once, or set RAFID_DATA_DIR to the folder of the installation',
      },
    ]
  }
  return [...(await rights(dataDir)), ...(await room(dataDir, stateOf))]
}

async function rights(dataDir: string): Promise<Finding[]> {
  const paths = writable.map((name) => join(dataDir, name)).filter(existsSync)
  const refused: string[] = []
  for (const path of paths) {
    await access(path, constants.R_OK | constants.W_OK).catch(() => refused.push(path))
  }
  if (refused.length === 0) return []
  return [
    {
      code: 'data.rights',
      is: `${refused.join(' and ')} cannot be written by this user`,
      fix: `give it to the user that runs Rafid: chown -R USER ${dataDir}, chmod -R u+rwX ${dataDir}`,
    },
  ]
}

async function room(dataDir: string, stateOf: (path: string) => Promise<DiskState>): Promise<Finding[]> {
  const { bavail, blocks, bsize } = await stateOf(dataDir)
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
