import { luaNow, redisScript } from './redis-script.ts'

/** So many feeds that are added together are due at once… */
const burst = 50
/** …those after them so far apart, in milliseconds: a list of thousands is no storm. */
const gapMs = 60

/** KEYS feed, all, due, aliases, line of the new. ARGV id, url, title, siteUrl. */
export const addScript = redisScript(`${luaNow}
local known = redis.call('HGET', KEYS[4], ARGV[1])
if known then return { 0, known } end
if redis.call('EXISTS', KEYS[1]) == 1 then return { 0, ARGV[1] } end
local place = math.max(now, tonumber(redis.call('GET', KEYS[5]) or '0'))
redis.call('SET', KEYS[5], place + ${gapMs}, 'PX', math.ceil(place - now + ${gapMs} + 1000))
redis.call('HSET', KEYS[1], 'url', ARGV[2], 'title', ARGV[3], 'siteUrl', ARGV[4], 'addedAt', now)
redis.call('ZADD', KEYS[2], now, ARGV[1])
redis.call('ZADD', KEYS[3], math.max(now, place - ${burst * gapMs}), ARGV[1])
return { 1, ARGV[1] }
`)

// Whoever claims a feed moves its time forward in the same step: two schedulers never claim one feed, and one that
// dies before the poll is queued leaves a feed that is due again soon.
/** KEYS due. ARGV feeds at most, milliseconds until they are due again. */
export const claimDueScript = redisScript(`${luaNow}
local ids = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'LIMIT', 0, ARGV[1])
for _, id in ipairs(ids) do redis.call('ZADD', KEYS[1], now + ARGV[2], id) end
return ids
`)

/** KEYS feed. The fields of a feed and the time, by the one clock that all share. */
export const lookScript = redisScript(`${luaNow}
return { string.format('%.0f', now), redis.call('HGETALL', KEYS[1]) }
`)

/** KEYS feed, due, silent. ARGV id, due at, new entries, line of the log, lines kept, silent since or '', fields… */
export const recordScript = redisScript(`
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
local log = redis.call('HGET', KEYS[1], 'polls') or ''
log = log == '' and ARGV[4] or log .. '\\n' .. ARGV[4]
local _, breaks = string.gsub(log, '\\n', '')
for _ = tonumber(ARGV[5]), breaks do log = string.sub(log, string.find(log, '\\n') + 1) end
redis.call('HSET', KEYS[1], 'polls', log, unpack(ARGV, 7))
redis.call('HDEL', KEYS[1], 'intervalMs')
redis.call('HINCRBY', KEYS[1], 'entriesSeen', ARGV[3])
local status = redis.call('HGET', KEYS[1], 'status')
if status == 'paused' then redis.call('HSET', KEYS[1], 'dueBefore', ARGV[2], 'silentBefore', ARGV[6]) end
if status and status ~= '' then
  redis.call('ZREM', KEYS[2], ARGV[1])
else
  redis.call('ZADD', KEYS[2], ARGV[2], ARGV[1])
end
if ARGV[6] == '' or (status and status ~= '') then
  redis.call('ZREM', KEYS[3], ARGV[1])
else
  redis.call('ZADD', KEYS[3], ARGV[6], ARGV[1])
end
return 1
`)

// The id stays: it is the feed's name, whatever its address. A feed that is known under the new address is another one.
/** KEYS feed, feed of the new address, aliases. ARGV id, id of the new address, new address, old addresses kept. */
export const adoptScript = redisScript(`
local old = redis.call('HGET', KEYS[1], 'url')
if not old or old == ARGV[3] then return 0 end
if ARGV[2] ~= ARGV[1] and redis.call('EXISTS', KEYS[2]) == 1 then return 0 end
local owner = redis.call('HGET', KEYS[3], ARGV[2])
if owner and owner ~= ARGV[1] then return 0 end
local kept = { old }
for url in string.gmatch(redis.call('HGET', KEYS[1], 'oldUrls') or '', '[^\\n]+') do
  if url ~= ARGV[3] and url ~= old and #kept < tonumber(ARGV[4]) then kept[#kept + 1] = url end
end
redis.call('HSET', KEYS[1], 'url', ARGV[3], 'oldUrls', table.concat(kept, '\\n'))
if ARGV[2] ~= ARGV[1] then redis.call('HSET', KEYS[3], ARGV[2], ARGV[1]) end
return 1
`)

// What a pause takes away is kept beside the feed, so that it can be undone.
/** KEYS feed, due, silent. ARGV id, what to do, interval in milliseconds or ''. */
export const controlScript = redisScript(`${luaNow}
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
local status = redis.call('HGET', KEYS[1], 'status') or ''
if ARGV[2] == 'pause' then
  if status == '' then
    redis.call('HSET', KEYS[1], 'status', 'paused', 'dueBefore', redis.call('ZSCORE', KEYS[2], ARGV[1]) or '',
      'silentBefore', redis.call('HGET', KEYS[1], 'silentSince') or '')
  end
  redis.call('ZREM', KEYS[2], ARGV[1])
  redis.call('ZREM', KEYS[3], ARGV[1])
  redis.call('HDEL', KEYS[1], 'silentSince')
elseif ARGV[2] == 'unpause' then
  if status ~= 'paused' then return 1 end
  local before = redis.call('HMGET', KEYS[1], 'dueBefore', 'silentBefore')
  local due, silent = before[1] or '', before[2] or ''
  redis.call('HDEL', KEYS[1], 'status', 'dueBefore', 'silentBefore')
  redis.call('ZADD', KEYS[2], due == '' and now or due, ARGV[1])
  if silent ~= '' then
    redis.call('HSET', KEYS[1], 'silentSince', silent)
    redis.call('ZADD', KEYS[3], silent, ARGV[1])
  end
elseif ARGV[2] == 'resume' then
  if status ~= '' then
    redis.call('HDEL', KEYS[1], 'status', 'dueBefore', 'silentBefore')
    redis.call('ZADD', KEYS[2], now, ARGV[1])
  end
elseif ARGV[2] == 'poll' then
  if status == 'gone' then redis.call('HDEL', KEYS[1], 'status') end
  redis.call('ZADD', KEYS[2], now, ARGV[1])
elseif ARGV[3] == '' then
  redis.call('HDEL', KEYS[1], 'ownIntervalMs')
else
  redis.call('HSET', KEYS[1], 'ownIntervalMs', ARGV[3])
  local last = tonumber(redis.call('HGET', KEYS[1], 'lastPollAt') or '0')
  if status == '' then redis.call('ZADD', KEYS[2], math.max(now, last + ARGV[3]), ARGV[1]) end
end
return 1
`)
