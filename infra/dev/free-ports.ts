import { createServer } from 'node:net'

/** Whether a port of loopback can be bound at this moment. */
export async function isFree(port: number): Promise<boolean> {
  return (await bindable(port)) !== null
}

/** A port of loopback that nobody uses at this moment. */
export async function freePort(): Promise<number> {
  const port = await bindable(0)
  if (port === null) throw new Error('no free port')
  return port
}

async function bindable(port: number): Promise<number | null> {
  const server = createServer()
  const bound = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true))
  })
  if (!bound) return null
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : null
}
