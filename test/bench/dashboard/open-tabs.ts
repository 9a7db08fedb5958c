/** Pages of operators that somebody looks at. */
const paths = ['/pipeline', '/workers', '/hosts'] as const

/** Tabs as a browser has them: each loads its page and then follows its stream, until they are closed. */
export type OpenTabs = AsyncDisposable & {
  /** Bytes that all streams have brought so far. */
  bytes(): number
}

/**
 * Opens so many tabs of the operators' pages, half of them of the pipeline.
 *
 * @throws Error when a page is refused
 */
export async function openTabs(url: string, count: number): Promise<OpenTabs> {
  const stop = new AbortController()
  let bytes = 0
  const streams = Array.from({ length: count }, async (_, number) => {
    const path = number % 2 === 0 ? paths[0] : (paths[1 + (((number - 1) / 2) % 2)] ?? paths[0])
    const page = await fetch(`${url}${path}`, { signal: stop.signal })
    if (!page.ok) throw new Error(`${path} answered ${page.status}`)
    await page.arrayBuffer()
    const stream = await fetch(`${url}${path}/events`, { signal: stop.signal })
    if (!stream.ok || stream.body === null) throw new Error(`${path}/events answered ${stream.status}`)
    return stream.body
  })
  const ends = (await Promise.all(streams)).map(async (body) => {
    try {
      for await (const chunk of body) bytes += chunk.byteLength
    } catch (error) {
      if (!stop.signal.aborted) throw error
    }
  })
  return {
    bytes: () => bytes,
    async [Symbol.asyncDispose]() {
      stop.abort()
      await Promise.all(ends)
    },
  }
}
