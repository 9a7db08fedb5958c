import { luaNow, redisScript } from './redis-script.ts'

/** Of an item's events the first ones and the newest are kept. */
const itemEventsMax = 32
const eventsFirst = 8

/** So many items of one article are found by it, the newest. */
const itemsPerArticleMax = 20

// The counters of a day, of its feed and of its host are moved in the same step as the state that they count, so that at
// every instant each of them sums up to the items of its scope.
const counters = `
local prefix = KEYS[1]
local function scopes(day, feed, host)
  local base = prefix .. ':funnel:' .. day
  local keys = { base, base .. ':host:' .. host }
  if feed ~= '' then keys[3] = base .. ':feed:' .. feed end
  return keys
end
local function count(keys, name, by)
  for _, key in ipairs(keys) do
    if redis.call('HINCRBY', key, name, by) == 0 then redis.call('HDEL', key, name) end
  end
end
local function keep(keys, until_)
  for _, key in ipairs(keys) do redis.call('EXPIREAT', key, until_) end
end
`

// An item is packed: u url, f feed, h host, y day, t trace, b begin, s state, k its rank, a its article, r rounds, d deaths,
// e events, x events that were let go. ARGV: the reports as JSON.
export const recordItems = redisScript(`
${counters}
${luaNow}
local function load(id)
  local raw = redis.call('GET', prefix .. ':item:' .. id)
  return raw and cmsgpack.unpack(raw)
end
local function store(id, item) redis.call('SET', prefix .. ':item:' .. id, cmsgpack.pack(item), 'KEEPTTL') end
local function move(item, to, rank)
  local keys = scopes(item.y, item.f, item.h)
  if item.s then count(keys, item.s, -1) end
  count(keys, to, 1)
  item.s = to
  item.k = rank
end
local function note(item, event)
  local last = item.e[#item.e]
  if last and event[5] == 'deferred' and last[5] == 'deferred' and last[1] == event[1] and last[6] == event[6] then
    last[9] = last[9] + 1
    last[4] = event[2] + event[4] - last[2]
    return
  end
  item.e[#item.e + 1] = event
  if #item.e > ${itemEventsMax} then
    table.remove(item.e, ${eventsFirst + 1})
    item.x = item.x + 1
  end
end
local function find(id, article, until_)
  local key = prefix .. ':items:' .. article
  local ids = redis.call('LRANGE', key, 0, -1)
  for _, known in ipairs(ids) do if known == id then return end end
  redis.call('LPUSH', key, id)
  redis.call('LTRIM', key, 0, ${itemsPerArticleMax - 1})
  if until_ * 1000 > now + 1000 * redis.call('TTL', key) then redis.call('EXPIREAT', key, until_) end
end
-- A worker that died between the index and its report has added an article that nobody claims; its job then hears that
-- the index has it already. Only who really added it knows better.
local function others(report, visit)
  for _, article in ipairs(report.articles) do
    for _, id in ipairs(redis.call('LRANGE', prefix .. ':items:' .. article, 0, -1)) do
      local other = id ~= report.id and load(id)
      if other then visit(id, other) end
    end
  end
end
local function settled(report)
  if report.outcome == 'added' then
    others(report, function(id, other)
      if string.sub(other.s, 1, 5) == 'done ' and string.sub(other.s, -6) == ' found' then
        move(other, string.sub(other.s, 1, -6) .. 'stale', other.k)
        store(id, other)
      end
    end)
  elseif report.outcome == 'stale' and report.repeated then
    local claimed = false
    others(report, function(_, other)
      local word = string.sub(other.s, 1, 5) == 'done ' and string.match(other.s, '%S+$')
      if word == 'added' or word == 'found' then claimed = true end
    end)
    if not claimed then return string.sub(report.to, 1, -6) .. 'found' end
  end
  return report.to
end
local function apply(report)
  local item = load(report.id)
  local isNew = not item
  if isNew then
    if not report.to or report.expires * 1000 <= now then return end
    item = { u = report.url, f = report.feed, h = report.host, y = report.day, t = report.trace, b = report.started,
      r = 0, d = 0, e = {}, x = 0 }
  end
  if report.to then
    if report.again then
      local stage = string.match(report.to, '^%S+ (%S+)')
      local phase, at = string.match(item.s or '', '^(%S+) (%S+)')
      if at == stage and (phase == 'dead' or phase == 'dropped') and item.d == report.deaths then
        move(item, report.to, report.rank)
        item.r = item.r + 1
      end
    elseif not item.s or report.rank > item.k then
      report.swept = false
      report.repeated = report.repeated or item.r > 0
      move(item, settled(report), report.rank)
    end
    if report.swept then return end
    if string.sub(report.to, 1, 5) == 'dead ' then item.d = item.d + 1 end
  end
  if report.article then item.a = report.article end
  if report.event then note(item, report.event) end
  if isNew then
    redis.call('SET', prefix .. ':item:' .. report.id, cmsgpack.pack(item), 'EXAT', report.expires)
    keep(scopes(item.y, item.f, item.h), report.expires)
  else
    store(report.id, item)
  end
  for _, article in ipairs(report.articles) do find(report.id, article, report.expires) end
end
for _, report in ipairs(cjson.decode(ARGV[1])) do apply(report) end
return 1
`)

// ARGV: day, feed, when it is forgotten, names and counts by host as JSON. KEYS: prefix, the mark of the document's reading.
export const recordSeen = redisScript(`
${counters}
${luaNow}
if tonumber(ARGV[3]) * 1000 <= now then return 0 end
if not redis.call('SET', KEYS[2], 1, 'NX', 'EX', ARGV[4]) then return 0 end
for host, counted in pairs(cjson.decode(ARGV[5])) do
  local keys = scopes(ARGV[1], ARGV[2], host)
  for name, by in pairs(counted) do count(keys, 'seen ' .. name, by) end
  keep(keys, ARGV[3])
end
return 1
`)

// Returns each item as JSON, an empty string for one that is gone.
export const readItems = redisScript(`
local rows = {}
for at, id in ipairs(ARGV) do
  local raw = redis.call('GET', KEYS[1] .. ':item:' .. id)
  rows[at] = raw and cjson.encode(cmsgpack.unpack(raw)) or ''
end
return rows
`)
