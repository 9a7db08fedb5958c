import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadSettings, settings } from '@rafid/config'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { stopGraceMs } from '../../packages/service/run-service.ts'

const root = join(import.meta.dirname, '../..')
const own = readdirSync(join(root, 'services')).filter((name) => name !== 'cli')

const service = z.looseObject({
  command: z.array(z.string()),
  container_name: z.string().optional(),
  ports: z.array(z.string()).default([]),
  environment: z.record(z.string(), z.string().or(z.number())),
  read_only: z.literal(true),
  cap_drop: z.tuple([z.literal('ALL')]),
  security_opt: z.tuple([z.literal('no-new-privileges:true')]),
  stop_grace_period: z.string().regex(/^\d+s$/),
})

const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8')
const { services } = z.looseObject({ services: z.record(z.string(), z.unknown()) }).parse(parse(text, { merge: true }))

describe('docker-compose.yml', () => {
  it.each(own)('runs the %s with little on its hands', (name) => {
    const { command, environment, stop_grace_period: grace } = service.parse(services[name])
    expect(command).toEqual([`services/${name}/main.ts`])
    expect(existsSync(join(root, `services/${name}/main.ts`))).toBe(true)
    // The headers are read by OpenTelemetry's exporter itself.
    const known = new Set<string>([
      ...Object.values(settings).map((setting) => setting.env),
      'OTEL_EXPORTER_OTLP_HEADERS',
    ])
    expect(Object.keys(environment).filter((variable) => !known.has(variable))).toEqual([])
    const { drainDeadlineMs } = loadSettings(['drainDeadlineMs'], {})
    expect(Number.parseInt(grace, 10) * 1_000).toBeGreaterThan(drainDeadlineMs + stopGraceMs)
  })

  it.each(own.filter((name) => name !== 'gateway'))('can run any number of the %s: nothing of it is unique', (name) => {
    const { ports, container_name: containerName } = service.parse(services[name])
    expect(ports).toEqual([])
    expect(containerName).toBeUndefined()
  })

  it('is reached from this machine only', () => {
    const published = Object.values(services).flatMap(
      (one) => z.looseObject({ ports: z.array(z.string()).default([]) }).parse(one).ports,
    )
    expect(published.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([])
  })
})
