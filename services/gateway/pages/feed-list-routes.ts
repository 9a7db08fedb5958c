import { importFeeds } from '@rafid/catalog'
import type { OperateFeedDeps } from '@rafid/catalog'
import { PermanentError } from '@rafid/errors'
import { parseFeedList } from '@rafid/feeds'
import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { exportOpml, opmlBytesMax, opmlHeaders } from '../export-opml.ts'
import { pathTo } from './fragments.ts'
import { isOurForm, refuse } from './own-form.ts'
import type { View } from './view.ts'

export type FeedListRoutesDeps = OperateFeedDeps & {
  readonly look: (context: Context) => View
  /** The page of the feeds, with the reason why a list was not taken. */
  readonly showRefusal: (context: Context, code: string) => Promise<Response>
}

/** Lists of feeds as files: one that is sent to us, and all feeds of ours. */
export function feedListRoutes(app: Hono, { home, feeds, look, showRefusal }: FeedListRoutesDeps): void {
  app.get('/feeds/export.opml', async (context) => context.body(await exportOpml(feeds), 200, opmlHeaders))
  const limit = bodyLimit({
    maxSize: opmlBytesMax,
    onError: (context) => refuse(context, look(context), 'request.too_large', 413),
  })
  app.post('/feeds/import', limit, async (context) => {
    if (!isOurForm(context)) return refuse(context, look(context), 'csrf.invalid', 403)
    try {
      const list = parseFeedList(await fileOf(context, 'list'))
      const { added, known, problems } = await importFeeds({ home, feeds }, list, { by: 'page' })
      const counts = { imported: String(added), known: String(known), unusable: String(problems.length) }
      return context.redirect(pathTo('/feeds', counts), 303)
    } catch (error) {
      if (error instanceof PermanentError) return showRefusal(context, error.code)
      throw error
    }
  })
}

/** The text of a file that a form brings; '' where it brings none. */
async function fileOf({ req }: Context, name: string): Promise<string> {
  const isForm = req.header('content-type')?.startsWith('multipart/form-data') === true
  const file = isForm ? (await req.parseBody())[name] : undefined
  return file instanceof File ? file.text() : ''
}
