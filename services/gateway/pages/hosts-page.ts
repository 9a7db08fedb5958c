import { html } from 'hono/html'
import { code, isolated, time } from './fragments.ts'
import type { Html } from './fragments.ts'
import type { WatchedHost } from './host-state.ts'
import { layout } from './layout.ts'
import { livePart, reloadsWithoutScript } from './live-part.ts'
import { operatorNav } from './operator-nav.ts'
import { operatorTable } from './operator-table.ts'
import { reasonInWords } from './reasons.ts'
import type { View } from './view.ts'

/** The hosts that are asked: politeness, limits, robots.txt, and what failed. */
export function hostsPage(view: View, hosts: readonly WatchedHost[]): Html {
  const { t, query } = view
  const host = query['host'] ?? ''
  const part = hostsPart(view, hosts)
  const body = html`<h1>${t.hosts}</h1>
    ${operatorNav(view)}
    <form class="host-search" action="/hosts" method="get" role="search">
      <label for="host">${t.hostName}</label>
      <input id="host" name="host" dir="ltr" maxlength="${hostCharsMax}" value="${host}" autocomplete="off" />
      <button type="submit">${t.lookAt}</button>
    </form>
    ${host === '' ? livePart(view, '/hosts/events', part) : part}`
  return layout(view, { title: t.hosts, head: host === '' ? reloadsWithoutScript() : html``, body, width: 'wide' })
}

/** Names of hosts are not longer (RFC 1035), ports have five digits. */
export const hostCharsMax = 260

/** The part of the page that changes. */
export function hostsPart(view: View, hosts: readonly WatchedHost[]): Html {
  const { t } = view
  if (hosts.length === 0) return html`<p class="calm">${view.query['host'] ? t.hostUnknown : t.noHosts}</p>`
  const limited = hosts.filter(({ limit }) => limit !== null).length
  const headings = [t.host, t.state, t.nextRequest, t.askedLast, t.requestsOfLate, t.errorShare, t.robots, t.lastErrors]
  return html`<p class="calm" data-figure="limited">${t.hostsLimited(limited)}</p>
    ${operatorTable(
      headings,
      hosts.map((host) => cells(view, host)),
      'hosts',
    )}
    <p class="calm">${t.hostsNote}</p>`
}

/** From here on the share of failures stands out. */
const failingShare = 0.01

function cells(view: View, host: WatchedHost): (Html | string)[] {
  const { format, now } = view
  const { nextAt, askedAt, requests, failures } = host
  const waitMs = nextAt.getTime() - now.getTime()
  const share = requests === 0 ? '–' : format.percent(failures / requests)
  return [
    code(host.host),
    state(view, host),
    waitMs <= 0 ? view.t.atOnce : format.milliseconds(waitMs),
    html`${time(view, askedAt) ?? '–'}`,
    format.number(requests),
    failures / requests >= failingShare ? html`<strong class="warning">${share}</strong>` : share,
    robots(view, host),
    errors(view, host),
  ]
}

function state({ t, format, now }: View, { limit, slowFactor, inFlightSince }: WatchedHost): Html {
  return html`${
    limit !== null &&
    html`<span class="warning" data-limit="${limit.of}"
      >${limit.of === 'host' ? t.hostRests : t.addressRests}
      ${format.duration(Math.max(0, limit.until.getTime() - now.getTime()))}</span
    > `
  }${slowFactor > 1.05 && html`<span class="tag">${t.slowed} ×<bdi dir="ltr">${format.rate(slowFactor)}</bdi></span> `}${
    inFlightSince !== null && html`<span class="tag">${t.inFlight}</span> `
  }${limit === null && slowFactor <= 1.05 && inFlightSince === null && '–'}`
}

function robots({ t, ui, format }: View, { robots: file }: WatchedHost): Html {
  if (file === null) return html`–`
  const { found, isKnown, crawlDelayMs } = file
  const what = typeof found === 'number' ? code(String(found)) : isolated(reasonInWords(ui, found))
  return html`${isKnown ? what : html`<span class="warning">${t.robotsUnknown} ${what}</span>`}${
    crawlDelayMs !== null && html` · <bdi dir="ltr">${format.milliseconds(crawlDelayMs)}</bdi>`
  }`
}

function errors(view: View, { host, errors: last }: WatchedHost): Html {
  const [newest] = last
  if (newest === undefined) return html`–`
  return html`<details data-key="${host}">
    <summary>${isolated(reasonInWords(view.ui, newest.code))} ${time(view, newest.at)}</summary>
    <ul>
      ${last.map(({ at, code: name, address }) => html`<li>${code(name)} ${time(view, at)} ${code(address)}</li>`)}
    </ul>
  </details>`
}
