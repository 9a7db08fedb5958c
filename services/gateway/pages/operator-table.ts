import { html } from 'hono/html'
import type { Html } from './fragments.ts'

/**
 * A table that is a list of cards where there is no room for it: each cell bears its heading.
 *
 * @param rows each with a cell for each heading
 */
export function operatorTable(
  headings: readonly string[],
  rows: readonly (readonly (Html | string)[])[],
  id?: string,
): Html {
  return html`<table class="workers" ${id !== undefined && html`id="${id}"`}>
    <thead>
      <tr>
        ${headings.map((heading) => html`<th scope="col">${heading}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (cells) =>
          html`<tr>
            ${cells.map((cell, column) => html`<td data-label="${headings[column] ?? ''}">${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`
}
