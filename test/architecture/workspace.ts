import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '../..')

/** A package or service with what it may import and what it does import. */
export type Part = {
  readonly name: string
  readonly folder: string
  readonly declared: readonly string[]
  /** Bare module names of its own source, tests left out. */
  readonly imported: ReadonlySet<string>
}

/** The parts of one folder of the house. */
export function partsOf(folder: 'packages' | 'services'): Part[] {
  return readdirSync(join(root, folder)).map((name) => {
    const home = join(root, folder, name)
    const manifest = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
      dependencies?: Record<string, string>
    }
    const sources = sourceFiles(home).filter((file) => !file.endsWith('.test.ts'))
    return {
      name,
      folder: home,
      declared: Object.keys(manifest.dependencies ?? {}),
      imported: new Set(sources.flatMap((file) => importsOf(readFileSync(file, 'utf8')))),
    }
  })
}

/** TypeScript files below a folder, without those of installed packages. */
export function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules') return []
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sourceFiles(path)
    return entry.name.endsWith('.ts') ? [path] : []
  })
}

function importsOf(source: string): string[] {
  const imported = source.matchAll(/^(?:import|export)[^'"]*?from '([^'.][^']*)'/gm)
  const resolved = source.matchAll(/import\.meta\.resolve\('([^'.][^']*)'/g)
  return [...imported, ...resolved].map((match) => moduleOf(match[1] ?? ''))
}

/** `@scope/name/deep` and `name/deep` are the module `@scope/name` and `name`. */
function moduleOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}
