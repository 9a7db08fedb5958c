import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'
import { findChromium } from '../../infra/dev/find-chromium.mjs'

const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A real Chromium: the one named by CHROMIUM, else that of the machine, else the one that the set-up has fetched. */
export async function launchBrowser(): Promise<Browser> {
  const folder = join(import.meta.dirname, '../../.rafid/chromium')
  const { command, env } = await findChromium(folder, (message) => console.error(message))
  return chromium.launch({ executablePath: command, args, env: { ...process.env, ...env } })
}
