import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PermanentError } from '@rafid/errors'

/** Names a stored body: the hash of its content, its size in bytes, and what it was said to be. */
export type StoredDocument = { readonly key: string; readonly bytes: number; readonly contentType: string | null }

/**
 * Bodies in flight, as files named by the SHA-256 of their content. Any process of the machine may read and write:
 * equal bodies are one file, and a file appears whole or not at all.
 */
export class FileDocuments {
  readonly #dir: string

  /** @param dir created when missing */
  constructor(dir: string) {
    this.#dir = dir
  }

  async put(body: Uint8Array, contentType: string | null): Promise<StoredDocument> {
    const key = createHash('sha256').update(body).digest('hex')
    const path = this.#path(key)
    if (!(await this.#refresh(path, body.byteLength))) {
      await mkdir(join(this.#dir, key.slice(0, 2)), { recursive: true })
      const draft = `${path}.${randomUUID()}`
      await writeFile(draft, body)
      await rename(draft, path)
    }
    return { key, bytes: body.byteLength, contentType }
  }

  /** Stores a value as JSON. */
  async putJson(value: unknown): Promise<StoredDocument> {
    return this.put(new TextEncoder().encode(JSON.stringify(value)), 'application/json')
  }

  /** @throws PermanentError `document.missing` when it has outlived its time */
  async get({ key }: Pick<StoredDocument, 'key'>): Promise<Uint8Array> {
    try {
      return await readFile(this.#path(key))
    } catch (error) {
      if (isMissing(error)) throw new PermanentError('document.missing', `no document ${key}`, { cause: error })
      throw error
    }
  }

  /**
   * The value that `putJson` stored; the caller checks its shape.
   *
   * @throws PermanentError `document.missing`, or `document.corrupt` when it is not JSON
   */
  async getJson(document: Pick<StoredDocument, 'key'>): Promise<unknown> {
    const body = await this.get(document)
    try {
      return JSON.parse(new TextDecoder().decode(body))
    } catch (error) {
      throw new PermanentError('document.corrupt', `document ${document.key} is not JSON`, { cause: error })
    }
  }

  /**
   * Deletes what nobody has stored again since `before`.
   *
   * @returns how many files are gone
   */
  async sweep(before: Date): Promise<number> {
    let gone = 0
    for (const folder of await readdir(this.#dir).catch(() => [])) {
      for (const name of await readdir(join(this.#dir, folder)).catch(() => [])) {
        const path = join(this.#dir, folder, name)
        const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }))
        if (mtimeMs >= before.getTime()) continue
        await rm(path, { force: true })
        gone += 1
      }
    }
    return gone
  }

  /** Whether the whole body lies there already; if so its time begins anew. */
  async #refresh(path: string, bytes: number): Promise<boolean> {
    try {
      if ((await stat(path)).size !== bytes) return false
      const now = new Date()
      await utimes(path, now, now)
      return true
    } catch (error) {
      if (isMissing(error)) return false
      throw error
    }
  }

  #path(key: string): string {
    return join(this.#dir, key.slice(0, 2), key)
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
