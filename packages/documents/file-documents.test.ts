import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { FileDocuments } from './file-documents.ts'

let dir: string
let documents: FileDocuments
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'rafid-documents-'))
  documents = new FileDocuments(join(dir, 'documents'))
})
afterEach(() => rm(dir, { recursive: true }))

it('gives back the bytes it was given', async () => {
  const ref = await documents.put(Buffer.from('خبر'), 'text/plain')
  expect(ref).toMatchObject({ bytes: 6, contentType: 'text/plain' })
  expect(Buffer.from(await documents.get(ref)).toString()).toBe('خبر')
})

it('keeps equal bodies once and leaves no draft behind', async () => {
  const refs = await Promise.all(Array.from({ length: 8 }, () => documents.put(Buffer.from('same'), null)))
  const key = refs[0]?.key ?? ''
  expect(new Set(refs.map((ref) => ref.key)).size).toBe(1)
  expect(await readdir(join(dir, 'documents', key.slice(0, 2)))).toEqual([key])
})

it('says with a code that a document is gone', async () => {
  await expect(documents.get({ key: '0'.repeat(64) })).rejects.toMatchObject({ code: 'document.missing' })
})

it('says with a code that a document is not JSON', async () => {
  const ref = await documents.put(Buffer.from('{'), null)
  await expect(documents.getJson(ref)).rejects.toMatchObject({ code: 'document.corrupt' })
})

it('sweeps what is older than asked and keeps the rest', async () => {
  const ref = await documents.putJson({ a: 1 })
  expect(await documents.sweep(new Date(0))).toBe(0)
  expect(await documents.getJson(ref)).toEqual({ a: 1 })
  expect(await documents.sweep(new Date(Date.now() + 60_000))).toBe(1)
  await expect(documents.get(ref)).rejects.toMatchObject({ code: 'document.missing' })
})
