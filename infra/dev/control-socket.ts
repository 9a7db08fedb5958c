import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'

/**
 * Takes commands on a Unix socket that only this user can reach: one line in, one line of JSON back.
 *
 * @param answer carries out a command; what it throws goes back as `error`
 */
export async function listenForCommands(
  answer: (command: string) => Promise<unknown>,
): Promise<{ path: string; close(): void }> {
  // A temporary folder, because the path of a socket may have 107 bytes and a checkout can lie deep.
  const path = join(mkdtempSync(join(tmpdir(), 'rafid-')), 'control')
  const server = createServer((socket) => {
    socket.on('error', () => {}) // a caller that leaves early is no concern of ours
    createInterface({ input: socket }).once('line', (line) => {
      void answer(line).then(
        (result) => socket.end(`${JSON.stringify({ result })}\n`),
        (error: unknown) =>
          socket.end(`${JSON.stringify({ error: error instanceof Error ? error.message : String(error) })}\n`),
      )
    })
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve))
  return {
    path,
    close: () => {
      server.close()
      rmSync(dirname(path), { recursive: true, force: true })
    },
  }
}
