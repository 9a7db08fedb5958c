import { codeOf, PermanentError } from '@rafid/errors'
import { z } from 'zod'
import type { Html } from './fragments.ts'
import { isUnanswered } from '../problem.ts'
import { messagePage } from './message-page.ts'
import { reasonInWords } from './reasons.ts'
import type { View } from './view.ts'

/** What readers see of a thrown value: a value they gave is theirs to mend, anything else is ours and stays in the log. */
export function errorPage(view: View, error: unknown): { status: 400 | 500 | 503; page: Html } {
  const { t, ui } = view
  if (error instanceof z.ZodError) {
    const detail = error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
    const code = 'request.invalid'
    return {
      status: 400,
      page: messagePage(view, { title: t.badRequest, text: reasonInWords(ui, code), code, detail }),
    }
  }
  const code = isUnanswered(error) ? 'redis.unreachable' : codeOf(error)
  const text = reasonInWords(ui, code)
  if (error instanceof PermanentError)
    return { status: 400, page: messagePage(view, { title: t.badRequest, text, code }) }
  return { status: isUnanswered(error) ? 503 : 500, page: messagePage(view, { title: t.failed, text, code }) }
}
