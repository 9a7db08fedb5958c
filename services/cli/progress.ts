const barCells = 24
const redrawEveryMs = 100

/** Where no terminal is, a line is written at each of so many equal parts of the work. */
const linesMax = 10

/** Work of fewer steps is over before anybody wonders. */
const stepsMin = 100

type Stream = Pick<NodeJS.WriteStream, 'isTTY' | 'write'>

/**
 * Tells on standard error how far long work is: a bar that is drawn again on a terminal, else a line now and then.
 * What a command answers goes to standard output alone.
 */
export class Progress {
  readonly #label: string
  readonly #stream: Stream
  #drawnMs = Number.NEGATIVE_INFINITY
  #told = 0

  /** @param label what is counted, such as `feeds` */
  constructor(label: string, stream: Stream = process.stderr) {
    this.#label = label
    this.#stream = stream
  }

  tell(done: number, all: number): void {
    if (this.#stream.isTTY) this.#draw(done, all)
    else this.#write(done, all)
  }

  /** Takes the bar away. */
  end(): void {
    if (this.#stream.isTTY) this.#stream.write('\r\u001B[K')
  }

  #draw(done: number, all: number): void {
    const now = performance.now()
    if (done < all && now - this.#drawnMs < redrawEveryMs) return
    this.#drawnMs = now
    this.#stream.write(`\r\u001B[K${progressBar(this.#label, done, all)}`)
  }

  #write(done: number, all: number): void {
    const part = Math.floor((done * linesMax) / Math.max(1, all))
    if (all < stepsMin || part <= this.#told) return
    this.#told = part
    this.#stream.write(`${done} of ${all} ${this.#label}\n`)
  }
}

/** How far work is, as one line of less than eighty characters. */
export function progressBar(label: string, done: number, all: number): string {
  const share = all <= 0 ? 1 : Math.min(1, Math.max(0, done / all))
  const full = Math.round(share * barCells)
  return `${'█'.repeat(full)}${'░'.repeat(barCells - full)} ${Math.floor(share * 100)} %  ${done} of ${all} ${label}`
}
