import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'

/** The services of the house, in the order in which they start. */
export const serviceNames = ['gateway', 'indexer', 'deduplicator', 'parser', 'fetcher', 'scheduler'] as const

export type ServiceName = (typeof serviceNames)[number]

export type FleetEvents = {
  /** A line that a child wrote. `from` is its service and number, such as `parser.2`. */
  line(from: string, text: string): void
  /** A child ended although nobody asked it to. */
  crashed(from: string, how: string, againInMs: number): void
  /** A child refuses its configuration: starting it again cannot help. */
  refused(from: string): void
}

type Member = { readonly from: string; child: ChildProcess; wanted: boolean; crashes: number }

const exitConfig = 78
const restartBaseMs = 250
const restartCapMs = 15_000

/** A child that has lived this long has recovered, in milliseconds. */
const recoveredAfterMs = 60_000

/** The processes of one machine: as many of each service as asked for, started again when they crash. */
export class Fleet {
  readonly #root: string
  readonly #env: NodeJS.ProcessEnv
  readonly #events: FleetEvents
  readonly #members = new Map<ServiceName, Member[]>()
  #stopping = false

  constructor(options: { root: string; env: NodeJS.ProcessEnv; events: FleetEvents }) {
    this.#root = options.root
    this.#env = options.env
    this.#events = options.events
  }

  /** Starts or stops processes of a service until there are `count`. Resolves once those that go have gone. */
  async scale(service: ServiceName, count: number, deadlineMs: number): Promise<void> {
    const members = this.#members.get(service) ?? []
    this.#members.set(service, members)
    while (members.length < count) members.push(this.#start(service, members.length + 1))
    const leaving = members.splice(count)
    await Promise.all(leaving.map((member) => end(member, deadlineMs)))
  }

  /** How many processes of each service are wanted, and their process ids. */
  status(): Record<string, { from: string; pid: number | undefined }[]> {
    const rows = serviceNames.map((service) => {
      const members = this.#members.get(service) ?? []
      return [service, members.map(({ from, child }) => ({ from, pid: child.pid }))] as const
    })
    return Object.fromEntries(rows)
  }

  /** Stops everything; what has not stopped after `deadlineMs` is killed. */
  async stop(deadlineMs: number): Promise<void> {
    this.#stopping = true
    await Promise.all([...this.#members.values()].flat().map((member) => end(member, deadlineMs)))
  }

  #start(service: ServiceName, number: number): Member {
    const from = `${service}.${number}`
    const member: Member = { from, child: this.#spawn(service, from), wanted: true, crashes: 0 }
    this.#watch(service, member)
    return member
  }

  #spawn(service: ServiceName, from: string): ChildProcess {
    const main = join(this.#root, 'services', service, 'main.ts')
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main], {
      cwd: this.#root,
      env: this.#env,
      // A group of its own: Ctrl-C in the terminal reaches the launcher alone, which then stops the fleet in order.
      // The channel tells the child when the launcher has been killed.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) createInterface({ input: stream }).on('line', (text) => this.#events.line(from, text))
    }
    return child
  }

  #watch(service: ServiceName, member: Member): void {
    const startedMs = Date.now()
    member.child.once('exit', (code, signal) => {
      if (!member.wanted || this.#stopping) return
      if (code === exitConfig) return this.#events.refused(member.from)
      member.crashes = Date.now() - startedMs > recoveredAfterMs ? 1 : member.crashes + 1
      const againInMs = Math.min(restartCapMs, restartBaseMs * 2 ** (member.crashes - 1))
      this.#events.crashed(member.from, signal ?? `exit ${code}`, againInMs)
      setTimeout(() => {
        if (!member.wanted || this.#stopping) return
        member.child = this.#spawn(service, member.from)
        this.#watch(service, member)
      }, againInMs)
    })
  }
}

async function end(member: Member, deadlineMs: number): Promise<void> {
  member.wanted = false
  const { child } = member
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const late = await Promise.race([gone.then(() => false), pause(deadlineMs, true, { ref: false })])
  if (!late) return
  child.kill('SIGKILL')
  await gone
}
