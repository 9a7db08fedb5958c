import { expect, it } from 'vitest'
import { gather } from './gather.ts'

const keyOf = (call: string): string => call.charAt(0)

it('has calls that come while others are on their way go together, in their order', async () => {
  const batches: (readonly string[])[] = []
  const { call } = gather<string, string>(
    async (calls) => {
      batches.push(calls)
      return calls.map((one) => one.toUpperCase())
    },
    { batchMax: 3, keyOf },
  )
  expect(await Promise.all(['a', 'b', 'c', 'd', 'e'].map(call))).toEqual(['A', 'B', 'C', 'D', 'E'])
  expect(batches).toEqual([
    ['a', 'b', 'c'],
    ['d', 'e'],
  ])
})

it('never has two of one key go together, and leaves their order', async () => {
  const batches: (readonly string[])[] = []
  const run = async (calls: readonly string[]): Promise<readonly string[]> => {
    batches.push(calls)
    return calls
  }
  const { call, idle } = gather<string, string>(run, { batchMax: 10, keyOf })
  const calls = ['a1', 'a2', 'b1', 'a3'].map(call)
  await idle()
  expect(batches).toEqual([['a1', 'b1'], ['a2'], ['a3']])
  expect(await Promise.all(calls)).toEqual(['a1', 'a2', 'b1', 'a3'])
})

it('fails one call or a batch, and goes on', async () => {
  const run = async (calls: readonly string[]): Promise<readonly (string | Error)[]> => {
    if (calls.includes('x')) throw new Error('all')
    return calls.map((one) => (one === 'b' ? new Error('one') : one))
  }
  const { call } = gather<string, string>(run, { batchMax: 2, keyOf })
  const settled = await Promise.allSettled(['a', 'b', 'x', 'c', 'd'].map(call))
  expect(settled.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)))).toEqual([
    'a',
    'Error: one',
    'Error: all',
    'Error: all',
    'd',
  ])
})
