import { z } from 'zod'

/** What a running `npm start` writes into its data folder for those who want to speak with it. */
export const running = z.object({
  pid: z.number().int().positive(),
  redisUrl: z.string(),
  gatewayUrl: z.string(),
  /** A Unix socket that takes commands. */
  control: z.string(),
})

export type Running = z.infer<typeof running>
