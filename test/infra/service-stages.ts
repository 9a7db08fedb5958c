import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const services = join(import.meta.dirname, '../../services')

/** The stages of each service that has some, by the names of their queues, sorted. */
export function serviceStages(): Map<string, string[]> {
  const found = readdirSync(services).map((name): [string, string[]] => {
    const files = readdirSync(join(services, name)).filter((file) => file.endsWith('-stage.ts'))
    return [name, files.map((file) => consumedBy(join(services, name, file))).toSorted()]
  })
  return new Map(found.filter(([, stages]) => stages.length > 0))
}

function consumedBy(file: string): string {
  const name = /consumes: (\w+),/.exec(readFileSync(file, 'utf8'))?.[1]
  if (name === undefined) throw new Error(`${file} says not what it consumes`)
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
