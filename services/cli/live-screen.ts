import { setTimeout as pause } from 'node:timers/promises'

const enter = '\u001B[?1049h\u001B[?25l'
const leave = '\u001B[?25h\u001B[?1049l'
const home = '\u001B[H'
const clearLine = '\u001B[K'
const clearBelow = '\u001B[J'

/** What ends it: q in either case, the key that gives it on an Arabic keyboard, Ctrl-C. */
const leavingKeys = ['q', 'Q', 'ض', '\u0003']

/** A screen of the terminal's own that is drawn again and again, until a key is pressed; what was there before comes back. */
export class LiveScreen {
  readonly #leaving = new AbortController()
  /** Resolves, with nothing, once the key was pressed. */
  readonly left: Promise<null>

  constructor() {
    this.left = new Promise((resolve) => this.#leaving.signal.addEventListener('abort', () => resolve(null)))
    process.stdin.setRawMode(true).setEncoding('utf8').on('data', this.#onKey)
    process.on('SIGTERM', this.#leave)
    process.stdout.write(enter)
  }

  get isLeft(): boolean {
    return this.#leaving.signal.aborted
  }

  /** Shows as many of the lines as there is room for. */
  draw(lines: readonly string[]): void {
    const { rows, columns } = process.stdout
    const shown = lines.slice(0, rows - 1).map((line) => `${line.slice(0, columns)}${clearLine}`)
    process.stdout.write(`${home}${shown.join('\r\n')}${clearBelow}`)
  }

  /** Waits so long, or until the key is pressed. */
  async pause(ms: number): Promise<void> {
    await Promise.race([pause(ms, undefined, { signal: this.#leaving.signal }).catch(() => {}), this.left])
  }

  close(): void {
    process.off('SIGTERM', this.#leave)
    process.stdin.off('data', this.#onKey).setRawMode(false).pause()
    process.stdout.write(leave)
  }

  readonly #leave = (): void => this.#leaving.abort()

  readonly #onKey = (keys: string): void => {
    if (leavingKeys.some((key) => keys.includes(key))) this.#leave()
  }
}
