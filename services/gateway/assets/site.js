// Comfort only: every page works without this file.

/** `/` goes to the search box, as on most reading sites. */
function listenForSlash() {
  document.addEventListener('keydown', (event) => {
    const isTyping = event.target instanceof Element && event.target.closest('input, select, textarea') !== null
    if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    document.querySelector('#q')?.focus()
  })
}

/** A picture that cannot be loaded leaves no gap. */
function dropBrokenPictures() {
  document.addEventListener('error', (event) => event.target instanceof HTMLImageElement && drop(event.target), true)
  for (const image of document.images) if (image.complete && image.naturalWidth === 0 && image.src !== '') drop(image)
}

function drop(image) {
  ;(image.closest('figure') ?? image).remove()
}

/** Brings the part of a page that changes up to date, as long as somebody looks at it. */
function keepUpToDate(part) {
  const everyMs = Number(part.dataset.refreshMs)
  const stale = document.querySelector('.stale')
  const look = async () => {
    try {
      if (!document.hidden) replaceInside(part, await textAt(part.dataset.refresh, everyMs * 5))
      if (stale) stale.hidden = true
    } catch {
      if (stale) stale.hidden = false
    }
    setTimeout(() => void look(), everyMs)
  }
  setTimeout(() => void look(), everyMs)
}

async function textAt(path, timeoutMs) {
  const response = await window.fetch(path, { signal: AbortSignal.timeout(timeoutMs) })
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return response.text()
}

/** Who lost the stream for good asks for another after this long, in milliseconds. */
const reopenMs = 5_000

/** Has the server tell what a part of a page looks like now, as long as somebody looks at it. */
function keepLive(part) {
  const stale = document.querySelector('.stale')
  const setStale = (isStale) => stale && (stale.hidden = !isStale)
  let source = null
  let timer = 0
  const close = () => {
    clearTimeout(timer)
    source?.close()
    source = null
  }
  const open = () => {
    close()
    // A browser has few ways to one server: tabs that nobody sees must not hold any of them.
    if (document.hidden) return
    source = new EventSource(part.dataset.live)
    source.addEventListener('part', (event) => {
      replaceInside(part, event.data)
      part.dispatchEvent(new Event('shown', { bubbles: true }))
      setStale(false)
    })
    source.addEventListener('lost', () => setStale(true))
    source.addEventListener('error', () => {
      setStale(true)
      // It connects again by itself, unless the server refused.
      if (source?.readyState === EventSource.CLOSED) timer = setTimeout(open, reopenMs)
    })
  }
  document.addEventListener('visibilitychange', open)
  window.addEventListener('pagehide', close)
  window.addEventListener('pageshow', (event) => event.persisted && open())
  open()
}

/** What the reader has opened stays open, what was drawn stays drawn, and the keyboard stays where it was. */
function replaceInside(part, html) {
  const opened = new Set([...part.querySelectorAll('details[open]')].map((group) => group.dataset.key))
  const focused = focusables(part).indexOf(document.activeElement)
  const kept = new Map([...part.querySelectorAll('[data-keep]')].map((one) => [one.dataset.keep, one]))
  part.innerHTML = html
  for (const place of part.querySelectorAll('[data-keep]')) {
    const before = kept.get(place.dataset.keep)
    if (before) place.replaceWith(before)
  }
  for (const group of part.querySelectorAll('details')) group.open = opened.has(group.dataset.key)
  if (focused >= 0) focusables(part)[focused]?.focus({ preventScroll: true })
}

function focusables(part) {
  return [...part.querySelectorAll('a[href], summary, button, input')]
}

listenForSlash()
dropBrokenPictures()
for (const part of document.querySelectorAll('[data-refresh]')) keepUpToDate(part)
for (const part of document.querySelectorAll('[data-live]')) keepLive(part)
