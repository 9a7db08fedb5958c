import { defineConfig } from 'vitest/config'

/**
 * Real processes on a machine that is busy with other work can be kept from their turn. CI tries such a test once more and
 * names it; one that needs it is a fault to be found.
 */
const retry = process.env['CI'] === undefined ? 0 : 1

const withRedis = { globalSetup: ['test/support/redis-global-setup.ts'] }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // What a busy machine makes slow is not wrong.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          include: [
            '{packages,services,infra}/**/*.test.ts',
            'test/architecture/**/*.test.ts',
            'test/contracts/**/*.test.ts',
            'test/bench/**/*.test.ts',
            'test/extraction/**/*.test.ts',
            'test/similarity/**/*.test.ts',
            'test/infra/**/*.test.ts',
          ],
        },
      },
      {
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          ...withRedis,
          retry,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'system',
          include: ['test/{e2e,faults,browser}/**/*.test.ts'],
          fileParallelism: false,
          retry,
          testTimeout: 240_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
