import { luaNow } from './redis-script.ts'

/** Seqs of one posting: the oldest tell since when a text is known, the newest are those it may be a copy of. */
const oldestRead = 4
const newestRead = 8

/** So many later articles may be shown before an earlier one has looked around, and it still sees what it would have seen. */
const shownAheadMax = 64

/**
 * What is expected and does not come is waited for as long as this, in milliseconds: a killed worker's job comes back sooner.
 */
const expectedForMs = 30_000

/** An article that nobody has decided on for so long, in milliseconds, never will be: its job became a dead letter. */
const abandonedMs = 120_000

/** Neighbours that are compared in full. */
const neighboursMax = 8

const seqBytes = 4

/** Postings stand under the epoch of their writing and leave with it; a window is two epochs long. */
export const epochsRead = 3

/**
 * Records and clusters. `KEYS[1]` is the article by its id, `ARGV[1]` the prefix of everything else. A record's `p` names
 * the record it was joined to, always one with a smaller number, so that chains end.
 */
const clusters = `
local prefix = ARGV[1]
local function record(seq) return prefix .. ':n:' .. seq end
local function root(seq)
  local at = seq
  for _ = 1, 64 do
    local parent = redis.call('HGET', record(at), 'p')
    if not parent or redis.call('EXISTS', record(parent)) == 0 then return at end
    at = parent
  end
  return at
end
`

/**
 * Gives an article its number before it is on its way, so that nobody who comes after it looks around before it was shown.
 * Running it again changes nothing.
 *
 * ARGV: prefix, life of a record (ms).
 */
export const expectScript = `
if redis.call('HEXISTS', KEYS[1], 'seq') == 1 then return 0 end
local seq = redis.call('INCR', ARGV[1] .. ':seq')
redis.call('HSET', KEYS[1], 'seq', seq)
redis.call('PEXPIRE', KEYS[1], ARGV[2])
redis.call('ZADD', ARGV[1] .. ':expected', seq, seq)
return 1
`

/** Whether an earlier article is expected that has not been shown; one that does not come is no longer expected. */
const expecting = `
local function expectsEarlier(seq)
  while true do
    local first = redis.call('ZRANGE', prefix .. ':expected', 0, 0)[1]
    if not first or tonumber(first) >= tonumber(seq) then return false end
    local since = redis.call('HMGET', prefix .. ':awaited', 'seq', 'since')
    if since[1] ~= first then
      redis.call('HSET', prefix .. ':awaited', 'seq', first, 'since', now)
      return true
    end
    if now - tonumber(since[2]) <= ${expectedForMs} then return true end
    redis.call('ZREM', prefix .. ':expected', first)
  end
end
`

/** Takes back that an article is expected: its job has failed before it was shown. `KEYS[1]` as above. ARGV: prefix. */
export const withdrawScript = `
local seq = redis.call('HGET', KEYS[1], 'seq')
return seq and redis.call('ZREM', ARGV[1] .. ':expected', seq) or 0
`

/**
 * Shows an article to the window and looks around, in one step: of two copies in the same millisecond one therefore sees
 * the other, and the number each was given decides which is the earlier. While an earlier one is expected it only shows
 * itself. Running it again changes nothing.
 *
 * ARGV: prefix, article id, version, time (ms), fingerprint, publisher, life of a record (ms), length of an epoch (ms), then
 * bucket and field of each anchor.
 */
export const claimScript = `${luaNow}${clusters}${expecting}
local version, at, life, epochMs = ARGV[3], ARGV[4], ARGV[7], tonumber(ARGV[8])
local own = redis.call('HMGET', KEYS[1], 'seq', 'version', 'r:' .. version)
if own[3] then return { 'decided', own[3] } end
local seq = own[1]
-- Those after it did not wait for ever: what they decided without it would never be compared with it.
local isLate = seq and redis.call('ZREM', prefix .. ':expected', seq) == 0 and redis.call('EXISTS', record(seq)) == 0
if not seq or isLate then
  seq = tostring(redis.call('INCR', prefix .. ':seq'))
  redis.call('HSET', KEYS[1], 'seq', seq)
end
redis.call('PEXPIRE', KEYS[1], life)
if own[2] ~= version then redis.call('HSET', KEYS[1], 'version', version) end
redis.call('HSET', record(seq), 'id', ARGV[2], 'at', at, 'fp', ARGV[5], 'pub', ARGV[6])
redis.call('HSETNX', record(seq), 'since', now)
redis.call('PEXPIRE', record(seq), life)

local mine, epoch = tonumber(seq), math.floor(now / epochMs)
local counts, seen, postings = {}, {}, {}
for i = 9, #ARGV, 2 do
  local bucket, field = ARGV[i], ARGV[i + 1]
  local members = {}
  for back = ${epochsRead - 1}, 0, -1 do
    local key = prefix .. ':b:' .. (epoch - back) .. ':' .. bucket
    local packed = redis.call('HGET', key, field) or ''
    local known = false
    -- Sorted by number: how many are earlier, and whether it stands there itself.
    local earlier = #packed / ${seqBytes}
    while earlier > 0 do
      local other = struct.unpack('>I4', packed, (earlier - 1) * ${seqBytes} + 1)
      if other == mine then known = true end
      if other < mine then break end
      earlier = earlier - 1
    end
    for place = 1, earlier do
      if place <= ${oldestRead} or place > earlier - ${newestRead} then
        local other = struct.unpack('>I4', packed, (place - 1) * ${seqBytes} + 1)
        members[#members + 1] = other
        if not counts[other] then counts[other] = 0; seen[#seen + 1] = other end
        counts[other] = counts[other] + 1
      end
    end
    if back == 0 and not known then
      local at = earlier * ${seqBytes}
      packed = string.sub(packed, 1, at) .. struct.pack('>I4', mine) .. string.sub(packed, at + 1)
      if #packed > ${(oldestRead + newestRead + shownAheadMax) * seqBytes} then
        packed = string.sub(packed, 1, ${oldestRead * seqBytes}) .. string.sub(packed, -${(newestRead + shownAheadMax) * seqBytes})
      end
      if redis.call('HSET', key, field, packed) == 1 and redis.call('HLEN', key) == 1 then
        redis.call('PEXPIRE', key, epochMs * ${epochsRead})
      end
    end
  end
  postings[#postings + 1] = members
end
if expectsEarlier(seq) then return { 'early', seq } end

local info = {}
for _, other in ipairs(seen) do
  local found = redis.call('HMGET', record(other), 'at', 'd', 'since')
  local settled = found[2] or now - (tonumber(found[3]) or 0) > ${abandonedMs}
  if found[1] then info[other] = { at = found[1], settled = settled, root = root(tostring(other)) } end
end
local sightings = {}
for i, members in ipairs(postings) do
  local oldest, roots, isIn = nil, {}, {}
  for _, other in ipairs(members) do
    local known = info[other]
    if known then
      if not oldest or tonumber(known.at) < tonumber(oldest) then oldest = known.at end
      if not isIn[known.root] then isIn[known.root] = true; roots[#roots + 1] = known.root end
    end
  end
  if oldest then sightings[#sightings + 1] = { i - 1, oldest, roots } end
end
local near = {}
for _, other in ipairs(seen) do if info[other] then near[#near + 1] = other end end
table.sort(near, function(one, other)
  if counts[one] ~= counts[other] then return counts[one] > counts[other] end
  return one > other
end)
local neighbours = {}
for i = 1, math.min(#near, ${neighboursMax}) do
  local known = info[near[i]]
  local self = redis.call('HMGET', record(near[i]), 'id', 'fp', 'pub')
  local first = redis.call('HMGET', record(known.root), 'id', 'fp')
  neighbours[i] = { tostring(near[i]), self[1], self[2], self[3] or '', known.at, known.settled and '1' or '0', known.root, first[1], first[2] }
end
return { 'open', seq, own[2] and own[2] ~= version and '1' or '0', sightings, neighbours }
`

/**
 * How many articles an article has to wait for: those that are still to be decided of the given ones, and one that is
 * expected before it. Cheap enough to be asked again and again.
 *
 * ARGV: prefix, its own number, then those of the others.
 */
export const openScript = `${luaNow}
local prefix = ARGV[1]
${expecting}
local open = expectsEarlier(ARGV[2]) and 1 or 0
for i = 3, #ARGV do
  local found = redis.call('HMGET', ARGV[1] .. ':n:' .. ARGV[i], 'd', 'since')
  if found[2] and not found[1] and now - tonumber(found[2]) <= ${abandonedMs} then open = open + 1 end
end
return open
`

/**
 * Writes down what was decided, joins the clusters it shows to be one, and says which of them moved. The first decision
 * on a version stands: a second worker with the same job gets it back.
 *
 * ARGV: prefix, version, decision (JSON), life of a record (ms), then the numbers of the roots to join.
 */
export const decideScript = `${clusters}
local stood = redis.call('HGET', KEYS[1], 'r:' .. ARGV[2])
if stood then return stood end
local seq, life = redis.call('HGET', KEYS[1], 'seq'), ARGV[4]
if not seq then return redis.error_reply('UNCLAIMED the article was never claimed, or has left the window') end
local function idOf(number) return redis.call('HGET', record(number), 'id') end
local before = root(seq)
local mine, moved = before, {}
for i = 5, #ARGV do
  local other = root(ARGV[i])
  if other ~= mine then
    local first, second = mine, other
    if tonumber(second) < tonumber(first) then first, second = second, first end
    redis.call('HSET', record(second), 'p', first)
    redis.call('PEXPIRE', record(first), life)
    if second ~= seq or redis.call('HEXISTS', record(seq), 'd') == 1 then
      moved[#moved + 1] = { from = idOf(second), to = idOf(first) }
    end
    mine = first
  end
end
redis.call('PEXPIRE', record(mine), life)
redis.call('HSET', record(seq), 'd', '1')
local decision = cjson.decode(ARGV[3])
decision.root = idOf(mine)
if #moved > 0 then decision.moved = moved end
local text = cjson.encode(decision)
redis.call('HSET', KEYS[1], 'r:' .. ARGV[2], text)
redis.call('PEXPIRE', KEYS[1], life)
return text
`
