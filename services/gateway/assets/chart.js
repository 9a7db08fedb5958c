// Comfort only: the chart shows what the table beside it says.

/** Draws every chart from its table: those who cannot see it read the same there. */
function drawCharts() {
  for (const holder of document.querySelectorAll('[data-chart]')) drawChart(holder)
}

function drawChart(holder) {
  const table = document.getElementById(holder.dataset.chart)
  const data = table && dataOf(table)
  const isLine = Boolean(data) && data[0].length > 1
  holder.closest('section').hidden = !isLine
  if (!isLine) return
  if (holder.chart) holder.chart.setData(data)
  else holder.chart = newChart(holder, table, data)
  // The figures below the chart are those of the latest minute until somebody points at another.
  if (!holder.matches(':hover')) holder.chart.setLegend({ idx: data[0].length - 1 })
}

/** Columns of numbers, the first those of time in seconds since 1970. */
function dataOf(table) {
  const rows = [...table.tBodies[0].rows]
  const columns = [...(rows[0]?.cells ?? [])].slice(1).map((_, at) => rows.map((row) => numberOf(row.cells[at + 1])))
  return [rows.map((row) => Number(row.dataset.at)), ...columns]
}

function numberOf(cell) {
  return cell.dataset.value === '' ? null : Number(cell.dataset.value)
}

/** Rates and jobs have their axes on the sides, durations share theirs with neither. */
const scales = ['rate', 'jobs', 'seconds', 'seconds']
const dashes = [[], [], [], [5, 4]]
const colours = ['--accent', '--soft', '--warn', '--warn']
const chartHeight = 220
/** What lines of the grid may be apart, in seconds. */
const minutesApart = [60, 120, 300, 600, 900]

function newChart(holder, table, data) {
  const labels = [...table.tHead.rows[0].cells].map((cell) => cell.textContent)
  const axis = { stroke: colour('--soft'), grid: { stroke: colour('--line'), width: 1 }, ticks: { show: false } }
  const side = { ...axis, grid: { show: false } }
  const options = {
    width: holder.clientWidth,
    height: chartHeight,
    cursor: { drag: { x: false, y: false } },
    scales: { rate: { range: fromZero }, jobs: { range: fromZero }, seconds: { range: fromZero } },
    axes: [
      { ...axis, incrs: minutesApart, values: (_chart, times) => times.map(clockOf) },
      { ...axis, scale: 'rate', size: 44 },
      { ...side, scale: 'seconds', side: 1, size: 52, values: inSeconds },
    ],
    series: labels.map((label, at) => {
      if (at === 0) return { label, value: (_chart, time) => (time === null ? '–' : clockOf(time)) }
      return {
        label,
        value: (_chart, value) => figureOf(value, scales[at - 1]),
        scale: scales[at - 1],
        stroke: colour(colours[at - 1]),
        width: 1.5,
        dash: dashes[at - 1],
        spanGaps: true,
      }
    }),
  }
  const chart = new window.uPlot(options, data, holder)
  // Time runs from left to right in any language; words do not.
  chart.root.querySelector('.u-legend').dir = document.documentElement.dir
  new ResizeObserver(() => chart.setSize({ width: holder.clientWidth, height: chartHeight })).observe(holder)
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => chart.redraw(false))
  return chart
}

/** Asked for at each drawing: the colours of the page follow those of the system. */
function colour(name) {
  return () => getComputedStyle(document.documentElement).getPropertyValue(name).trim()
}

/** Hours and minutes of an instant in seconds, in UTC as everywhere on the page. */
function clockOf(seconds) {
  return new Date(seconds * 1000).toISOString().slice(11, 16)
}

function figureOf(value, scale) {
  if (value === null || value === undefined) return '–'
  const figure = Number(value.toFixed(1))
  return scale === 'seconds' ? `${figure} s` : String(figure)
}

function fromZero(_chart, _least, most) {
  return [0, Math.max(most ?? 0, 1) * 1.1]
}

function inSeconds(_chart, values) {
  return values.map((value) => `${value} s`)
}

drawCharts()
document.addEventListener('shown', drawCharts)
