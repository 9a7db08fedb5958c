import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { settings } from '@rafid/config'
import { jobs } from '@rafid/contracts'
import { describe, expect, it } from 'vitest'
import { partsOf, root, sourceFiles } from './workspace.ts'

/** The lower may not know the higher. */
const layers: readonly (readonly string[])[] = [
  ['errors', 'contracts', 'config'],
  [
    'encoding',
    'urls',
    'text',
    'dates',
    'html',
    'feeds',
    'articles',
    'similarity',
    'polling',
    'robots',
    'discovery',
    'websub',
    'query',
    'operations',
  ],
  ['telemetry', 'pipeline', 'http', 'documents', 'catalog', 'search'],
  ['service'],
]
const layerOf = (name: string): number => layers.findIndex((layer) => layer.includes(name))
const ours = (names: Iterable<string>): string[] =>
  [...names].filter((name) => name.startsWith('@rafid/')).map((name) => name.slice('@rafid/'.length))

const packages = partsOf('packages')
const services = partsOf('services')

/** Modules through which a core could reach the outside. */
const effects = [
  'node:fs',
  'node:fs/promises',
  'node:net',
  'node:http',
  'node:https',
  'node:child_process',
  'node:process',
  'node:timers',
  'node:sqlite',
  'undici',
  'ioredis',
  'bullmq',
]

describe('the house', () => {
  it('has exactly the agreed top level', () => {
    const agreed = [
      '.ci',
      '.dockerignore',
      '.git',
      '.gitignore',
      '.oxfmtrc.json',
      '.oxlintrc.json',
      'ARCHITECTURE.md',
      'CONTRIBUTING.md',
      'LICENSE',
      'RATIONALE.md',
      'README.md',
      'docker-compose.yml',
      'infra',
      'knip.json',
      'package.json',
      'packages',
      'pnpm-lock.yaml',
      'pnpm-workspace.yaml',
      'services',
      'test',
      'tsconfig.json',
      'vitest.config.ts',
    ]
    const untracked = ['node_modules', '.rafid']
    expect(
      readdirSync(root)
        .filter((name) => !untracked.includes(name))
        .toSorted(),
    ).toEqual(agreed.toSorted())
  })

  it('gives every package a layer', () => {
    expect(packages.map((part) => part.name).toSorted()).toEqual(layers.flat().toSorted())
  })

  it('calls a part a service when it has a main.ts, and a package when it has none', () => {
    for (const part of services) expect(existsSync(join(part.folder, 'main.ts')), part.name).toBe(true)
    for (const part of packages) expect(existsSync(join(part.folder, 'main.ts')), part.name).toBe(false)
  })
})

describe('dependencies', () => {
  it.each(packages)('of $name point at its own layer or a lower one', ({ name, imported }) => {
    for (const other of ours(imported)) expect(layerOf(other), `${name} → ${other}`).toBeLessThanOrEqual(layerOf(name))
  })

  it.each(services)('of the service $name are packages only', ({ imported }) => {
    for (const other of ours(imported)) expect(layerOf(other), other).toBeGreaterThanOrEqual(0)
  })

  it.each([...packages, ...services])(
    'of $name are declared, and none is declared in vain',
    ({ declared, imported }) => {
      const foreign = [...imported].filter((name) => !name.startsWith('node:'))
      expect(foreign.toSorted()).toEqual(declared.toSorted())
    },
  )

  it.each(packages.filter((part) => layerOf(part.name) <= 1))('of the core $name have no effects', ({ imported }) => {
    expect([...imported].filter((name) => effects.includes(name))).toEqual([])
  })
})

describe('sources', () => {
  const files = ['packages', 'services'].flatMap((folder) => sourceFiles(join(root, folder)))

  it('read the environment in one place only', () => {
    const readers = files.filter(
      (file) => !file.endsWith('.test.ts') && readFileSync(file, 'utf8').includes('process.env'),
    )
    const places = new Set(
      readers.map((file) =>
        file
          .slice(root.length + 1)
          .split('/')
          .slice(0, 2)
          .join('/'),
      ),
    )
    // The command line is its own process and reads its settings itself.
    expect([...places].toSorted()).toEqual(['packages/service', 'services/cli'])
  })

  it('have no clock in a core', () => {
    const cores = files.filter(
      (file) =>
        layerOf(file.slice(root.length + 1).split('/')[1] ?? '') === 1 &&
        !file.endsWith('.test.ts') &&
        !file.includes('/services/'),
    )
    const clocks = cores.filter((file) =>
      /Date\.now\(\)|new Date\(\)|Math\.random\(\)/.test(readFileSync(file, 'utf8')),
    )
    expect(clocks).toEqual([])
  })
})

describe('the flow', () => {
  const stageFiles = sourceFiles(join(root, 'services')).filter((file) => file.endsWith('-stage.ts'))
  const sources = stageFiles.map((file) => readFileSync(file, 'utf8'))

  it('has one consumer for every kind of job', () => {
    const consumed = sources.map((source) => /consumes: (\w+),/.exec(source)?.[1] ?? '')
    const expected = jobs.map((job) => job.name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase()))
    expect(consumed.toSorted()).toEqual(expected.toSorted())
  })
})

describe('documents', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')

  it.each(Object.values(settings).map((setting) => setting.env))('the README explains %s', (variable) => {
    expect(readme).toContain(`\`${variable}\``)
  })

  it.each(services.map((part) => part.name).filter((name) => name !== 'cli'))(
    'docker-compose.yml runs the %s',
    (name) => {
      expect(readFileSync(join(root, 'docker-compose.yml'), 'utf8')).toMatch(new RegExp(`^  ${name}:`, 'm'))
    },
  )
})
