import { html } from 'hono/html'
import type { Html } from '../pages/fragments.ts'
import { layout } from '../pages/layout.ts'
import type { View } from '../pages/view.ts'

/** Asks for the token. */
export function loginPage(view: View, { to, isWrong }: { readonly to: string; readonly isWrong: boolean }): Html {
  const { t } = view
  const body = html`<section class="message">
    <h1>${t.login}</h1>
    <p>${t.loginHint}</p>
    ${isWrong && html`<p class="refusal" id="refusal" role="alert">${t.loginWrong}</p>`}
    <form class="interval" action="/login" method="post">
      <input type="hidden" name="to" value="${to}" />
      <label>
        ${t.token}
        <input
          name="token"
          type="password"
          dir="ltr"
          autocomplete="current-password"
          required
          autofocus
          ${isWrong && html`aria-invalid="true" aria-describedby="refusal"`}
        />
      </label>
      <button type="submit">${t.login}</button>
    </form>
  </section>`
  return layout(view, { title: t.login, body, width: 'text' })
}

/** For those who are in: the way out. */
export function logoutPage(view: View): Html {
  const { t } = view
  const body = html`<section class="message">
    <h1>${t.loggedIn}</h1>
    <form action="/logout" method="post"><button type="submit">${t.logout}</button></form>
  </section>`
  return layout(view, { title: t.loggedIn, body, width: 'text' })
}
