import type { RemovedFeed } from '@rafid/catalog'
import { html } from 'hono/html'
import { code, isolated, time } from './fragments.ts'
import type { Html } from './fragments.ts'
import { reasonInWords } from './reasons.ts'
import type { View } from './view.ts'

/** Whole lists of feeds: one to be read from a file, and all that are here as a file. */
export function feedLists({ t, ui }: View, form: { readonly kind: string; readonly code?: string | null }): Html {
  const isRefused = form.kind === 'list-refused'
  return html`<section class="lists">
    <h2>${t.feedLists}</h2>
    <form class="import" action="/feeds/import" method="post" enctype="multipart/form-data">
      ${isRefused && html`<p class="refusal" id="list-refusal" role="alert">${reasonInWords(ui, form.code ?? '')}</p>`}
      <label>
        ${t.listFile}
        <input
          name="list"
          type="file"
          required
          accept=".opml,.xml,.txt,text/x-opml,text/xml,application/xml,text/plain"
          ${isRefused && html`aria-invalid="true" aria-describedby="list-refusal"`}
        />
      </label>
      <button type="submit">${t.importList}</button>
    </form>
    <p><a href="/feeds/export.opml" download>${t.exportList}</a></p>
  </section>`
}

/** The feeds that were removed of late, each with a way back. */
export function removedFeeds(view: View, removed: readonly RemovedFeed[]): Html | null {
  if (removed.length === 0) return null
  const { t } = view
  return html`<section class="removed">
    <h2>${t.removedFeeds}</h2>
    <p class="note">${t.removedFeedsNote}</p>
    <ul class="feeds">
      ${removed.map(
        ({ id, url, title, removedAt }) =>
          html`<li class="feed">
            <h3>${isolated(title ?? url)}</h3>
            <p>${code(url)} ${time(view, removedAt)}</p>
            <form action="/feeds/${id}/restore" method="post">
              <button type="submit" aria-label="${t.restore}: ${title ?? url}">${t.restore}</button>
            </form>
          </li>`,
      )}
    </ul>
  </section>`
}
