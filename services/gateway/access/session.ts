import { createHmac } from 'node:crypto'
import { isSecret } from '@rafid/service'

/** A session ends after so long, in milliseconds. */
export const sessionMs = 30 * 86_400_000

/** What a browser keeps instead of the token: signed with it, so that a new token ends every session. */
export function makeSession(token: string, now: Date): string {
  const endsMs = now.getTime() + sessionMs
  return `${endsMs}.${signatureOf(token, endsMs)}`
}

/** Whether a browser's session was made with this token and has not ended. */
export function isSession(session: string | undefined, token: string, now: Date): boolean {
  const [, ends = '', signature = ''] = /^(\d{1,16})\.([\w-]{43})$/.exec(session ?? '') ?? []
  return ends !== '' && Number(ends) > now.getTime() && isSecret(signature, signatureOf(token, Number(ends)))
}

function signatureOf(token: string, endsMs: number): string {
  return createHmac('sha256', token).update(`rafid session ${endsMs}`).digest('base64url')
}
