/**
 * Has calls that come while another is on its way wait together, and go as one.
 *
 * @param run gives a result for each call, in their order; an error of one call is a result too
 * @param batchMax calls that go together
 * @param keyOf calls of one key never go together, but one after the other
 */
export function gather<Call, Result>(
  run: (calls: readonly Call[]) => Promise<readonly (Result | Error)[]>,
  { batchMax, keyOf }: { readonly batchMax: number; readonly keyOf: (call: Call) => string },
): { call: (call: Call) => Promise<Result>; idle: () => Promise<void> } {
  let waiting: Waiting<Call, Result>[] = []
  let working: Promise<void> | null = null
  const work = async (): Promise<void> => {
    while (waiting.length > 0) {
      const [batch, rest] = takeBatch(waiting, batchMax, keyOf)
      waiting = rest
      await settle(run, batch)
    }
    working = null
  }
  return {
    call: (call) =>
      new Promise((resolve, reject) => {
        waiting.push({ call, resolve, reject })
        working ??= Promise.resolve().then(work)
      }),
    idle: async () => {
      await working
    },
  }
}

type Waiting<Call, Result> = {
  readonly call: Call
  readonly resolve: (result: Result) => void
  readonly reject: (error: unknown) => void
}

function takeBatch<Call, Result>(
  waiting: readonly Waiting<Call, Result>[],
  batchMax: number,
  keyOf: (call: Call) => string,
): [Waiting<Call, Result>[], Waiting<Call, Result>[]] {
  const taken: Waiting<Call, Result>[] = []
  const rest: Waiting<Call, Result>[] = []
  const keys = new Set<string>()
  for (const one of waiting) {
    const key = keyOf(one.call)
    if (taken.length === batchMax || keys.has(key)) rest.push(one)
    else taken.push(one)
    keys.add(key)
  }
  return [taken, rest]
}

async function settle<Call, Result>(
  run: (calls: readonly Call[]) => Promise<readonly (Result | Error)[]>,
  batch: readonly Waiting<Call, Result>[],
): Promise<void> {
  try {
    const results = await run(batch.map(({ call }) => call))
    for (const [at, { resolve, reject }] of batch.entries()) {
      const result = results[at]
      if (result === undefined) reject(new Error('a call of a batch was left without a result'))
      else if (result instanceof Error) reject(result)
      else resolve(result)
    }
  } catch (error) {
    for (const { reject } of batch) reject(error)
  }
}
