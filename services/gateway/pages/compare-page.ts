import { html } from 'hono/html'
import type { Comparison } from '../article-view.ts'
import { articleLine } from './article-card.ts'
import { verdictInWords, whyInWords } from './copy-words.ts'
import type { Html } from './fragments.ts'
import { layout } from './layout.ts'
import type { View } from './view.ts'

/** Two articles side by side: why they are copies of one text, or are not. */
export function comparePage(view: View, { articles, sameCluster, judgement }: Comparison): Html {
  const { t, ui, format } = view
  const { verdict, reason, overlap, needed, partings } = judgement
  const facts: readonly (readonly [string, string])[] = [
    [t.resemblance, format.percent(overlap.resemblance)],
    [t.containment, format.percent(overlap.containment)],
    [t.scoreOfNeeded, `${format.percent(overlap.score)} / ${format.percent(needed.forFacts)}`],
    ...(partings === null
      ? []
      : ([
          [t.commonWords, format.number(partings.matched)],
          [t.otherWords, format.number(partings.substitutions)],
          [t.otherNumbers, format.number(partings.numbersChanged)],
          [t.otherNames, format.number(partings.namesChanged)],
        ] as const)),
  ]
  const body = html`<section class="beside">
    <h1>${verdictInWords(ui, verdict)}</h1>
    <p>${whyInWords(ui, reason)}</p>
    <p>${sameCluster ? t.sameCluster : t.otherCluster}</p>
    <ul>
      ${articles.map((article) => articleLine(view, article))}
    </ul>
    <table>
      <tbody>
        ${facts.map(
          ([name, value]) =>
            html`<tr>
              <th scope="row">${name}</th>
              <td>${value}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="aside">
      <a href="/api/v1/articles/${articles[0].id}/compare/${articles[1].id}">${t.comparisonAsJson}</a>
    </p>
  </section>`
  return layout(view, { title: verdictInWords(ui, verdict), body, width: 'text' })
}
