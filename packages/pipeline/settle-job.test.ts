import { defineJob, fetchPage } from '@rafid/contracts'
import { Deferred, PermanentError, TransientError } from '@rafid/errors'
import { expect, it } from 'vitest'
import { z } from 'zod'
import type { ToldDelivery } from './item-reports.ts'
import { runInMemory } from './run-in-memory.ts'
import { settleJob } from './settle-job.ts'
import { bind, defineStage, job } from './stage.ts'
import type { BoundStage, JobContext } from './stage.ts'

const numbers = z.object({ n: z.number() })
const first = defineJob({ name: 'first', schema: numbers, key: ({ n }) => `${n}`, attempts: 3, timeoutMs: 60_000 })
const second = defineJob({ name: 'second', schema: numbers, key: ({ n }) => `${n}`, attempts: 3, timeoutMs: 60_000 })

type Made = {
  outcome: 'made'
  emit?: ReturnType<typeof job<'second', { n: number }>>[]
  afterEmit?: () => Promise<void>
}

const firstStage = (handle: (payload: { n: number }, context: JobContext) => Promise<Made>): BoundStage =>
  bind(
    defineStage({
      consumes: first,
      emits: [second],
      outcomes: ['made'],
      handle: (payload, _deps: null, context) => handle(payload, context),
    }),
    null,
  )

const delivery = (over: Partial<Parameters<typeof settleJob>[1]> = {}): Parameters<typeof settleJob>[1] => ({
  jobKey: 'j',
  data: { traceId: 't', startedAt: '2026-01-01T00:00:00.000Z', payload: { n: 1 } },
  attempt: 1,
  stopping: new AbortController().signal,
  emit: async () => new Set(),
  ...over,
})

it('queues what follows before the job counts as done', async () => {
  const order: string[] = []
  const stage = firstStage(async () => ({
    outcome: 'made',
    emit: [job(second, { n: 2 })],
    afterEmit: async () => void order.push('after'),
  }))
  const settled = await settleJob(stage, delivery({ emit: async () => (order.push('emit'), new Set()) }))
  expect(settled).toEqual({ kind: 'done', outcome: 'made', emitted: 1 })
  expect(order).toEqual(['emit', 'after'])
})

it('marks nothing when what follows could not be queued', async () => {
  let marked = false
  const stage = firstStage(async () => ({
    outcome: 'made',
    emit: [job(second, { n: 2 })],
    afterEmit: async () => void (marked = true),
  }))
  const settled = await settleJob(stage, delivery({ emit: () => Promise.reject(new Error('no queue')) }))
  expect(settled).toMatchObject({ kind: 'retry', code: 'bug' })
  expect(marked).toBe(false)
})

it.each([
  [new PermanentError('http.status', '404'), 1, { kind: 'dead', code: 'http.status' }],
  [new TransientError('net.dns', 'no answer'), 1, { kind: 'retry', code: 'net.dns' }],
  [new TransientError('net.dns', 'no answer'), 3, { kind: 'dead', code: 'net.dns' }],
  [new Deferred('host.busy', 250), 3, { kind: 'deferred', code: 'host.busy', delayMs: 250 }],
  [new TypeError('x is undefined'), 2, { kind: 'retry', code: 'bug' }],
  ['a string', 3, { kind: 'dead', code: 'bug' }],
])('gives the verdict of the error %s at attempt %i', async (error, attempt, verdict) => {
  const stage = firstStage(() => Promise.reject(error))
  expect(await settleJob(stage, delivery({ attempt }))).toMatchObject(verdict)
})

it.each([
  ['no envelope', null],
  ['no payload', { traceId: 't', startedAt: '2026-01-01T00:00:00.000Z' }],
  ['a payload of another shape', { traceId: 't', startedAt: '2026-01-01T00:00:00.000Z', payload: { n: 'one' } }],
])('makes a dead letter of %s at once', async (_name, data) => {
  expect(
    await settleJob(
      firstStage(async () => ({ outcome: 'made' })),
      delivery({ data }),
    ),
  ).toMatchObject({ kind: 'dead', code: 'payload.invalid' })
})

it('gives a job back unspent when the process must stop, whatever the handler says', async () => {
  const stopping = new AbortController()
  const stage = firstStage(async () => {
    stopping.abort()
    throw new PermanentError('http.status', 'aborted request')
  })
  expect(await settleJob(stage, delivery({ stopping: stopping.signal }))).toEqual({ kind: 'returned' })
})

it('tells the handler its key, attempt and trace', async () => {
  let seen: JobContext | undefined
  await settleJob(
    firstStage(async (_payload, context) => ((seen = context), { outcome: 'made' })),
    delivery({ attempt: 2 }),
  )
  expect(seen).toMatchObject({ jobKey: 'j', attempt: 2, traceId: 't', startedAt: new Date('2026-01-01T00:00:00.000Z') })
})

it('runs stages in memory through the same verdicts', async () => {
  const attempts: number[] = []
  let deferred = false
  const stage = firstStage(async ({ n }, { attempt }) => {
    attempts.push(attempt)
    if (attempts.length === 1) throw new TransientError('net.dns', 'once')
    if (!deferred) {
      deferred = true
      throw new Deferred('host.busy', 1)
    }
    return { outcome: 'made', emit: [job(second, { n: n + 1 })] }
  })
  const { steps, unconsumed } = await runInMemory([stage], [job(first, { n: 1 })])
  expect(attempts).toEqual([1, 2, 2])
  expect(steps.map((step) => step.settled.kind)).toEqual(['retry', 'deferred', 'done'])
  expect(unconsumed).toEqual([job(second, { n: 2 })])
})

it('begins an item for each page that is to be fetched, the same ones when it is delivered again', async () => {
  const read = defineJob({ name: 'read', schema: numbers, key: ({ n }) => `${n}`, attempts: 3, timeoutMs: 60_000 })
  const pages = ['https://a.example/1', 'https://a.example/2', 'https://a.example/1']
  const stage = bind(
    defineStage({
      consumes: read,
      emits: [fetchPage],
      outcomes: ['read'],
      handle: async (_payload, _deps: null) => ({
        outcome: 'read',
        emit: pages.map((url) => job(fetchPage, { url, feedId: 'f1', entry: null })),
      }),
    }),
    null,
  )
  const told: ToldDelivery[] = []
  const trace = async (one: ToldDelivery) => void told.push(one)
  await settleJob(stage, delivery({ trace }))
  await settleJob(stage, delivery({ trace }))
  const [begun, again] = told.map(({ following }) => following.map(({ item }) => item))
  expect(begun?.map((item) => item?.url)).toEqual(pages)
  expect(new Set(begun?.map((item) => item?.id)).size).toBe(3)
  expect(again).toEqual(begun)
})

it('hands the item of a job on to the jobs that follow, and tells of it even where the payload does not fit', async () => {
  const item = { id: `i${'0'.repeat(24)}`, url: 'https://a.example/1', feedId: null }
  const stage = firstStage(async () => ({ outcome: 'made', emit: [job(second, { n: 2 })] }))
  const told: ToldDelivery[] = []
  const trace = async (one: ToldDelivery) => void told.push(one)
  const data = { traceId: 't', startedAt: '2026-01-01T00:00:00.000Z', item }
  await settleJob(stage, delivery({ trace, data: { ...data, payload: { n: 1 } } }))
  await settleJob(stage, delivery({ trace, data: { ...data, payload: { n: 'one' } } }))
  expect(told.map(({ envelope, settled, following }) => [envelope.item, settled.kind, following])).toEqual([
    [item, 'done', [{ ...job(second, { n: 2 }), item }]],
    [item, 'dead', []],
  ])
})
