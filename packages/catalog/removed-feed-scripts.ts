import { luaNow, redisScript } from './redis-script.ts'

// The keys of a feed are renamed and not deleted; what the lists know of it is written beside it.
/**
 * KEYS feed, all, due, seen, silent, aliases, removed feed, removed seen, removed. ARGV id, milliseconds it is kept, ids
 * that may lead to it…
 */
export const removeScript = redisScript(`${luaNow}
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
local aliases = {}
for i = 3, #ARGV do
  if redis.call('HGET', KEYS[6], ARGV[i]) == ARGV[1] then
    aliases[#aliases + 1] = ARGV[i]
    redis.call('HDEL', KEYS[6], ARGV[i])
  end
end
redis.call('HSET', KEYS[1], 'removedAliases', table.concat(aliases, ' '),
  'removedPlace', redis.call('ZSCORE', KEYS[2], ARGV[1]) or now,
  'removedDue', redis.call('ZSCORE', KEYS[3], ARGV[1]) or '',
  'removedSilent', redis.call('ZSCORE', KEYS[5], ARGV[1]) or '',
  'removedSeenMs', redis.call('PTTL', KEYS[4]))
redis.call('ZREM', KEYS[2], ARGV[1])
redis.call('ZREM', KEYS[3], ARGV[1])
redis.call('ZREM', KEYS[5], ARGV[1])
redis.call('DEL', KEYS[8])
if redis.call('EXISTS', KEYS[4]) == 1 then
  redis.call('RENAME', KEYS[4], KEYS[8])
  redis.call('PEXPIRE', KEYS[8], ARGV[2])
end
redis.call('RENAME', KEYS[1], KEYS[7])
redis.call('PEXPIRE', KEYS[7], ARGV[2])
redis.call('ZADD', KEYS[9], now, ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[9], '-inf', now - ARGV[2])
redis.call('PEXPIRE', KEYS[9], ARGV[2])
return 1
`)

// An address that became a feed of its own meanwhile leads there, and no longer to the feed that had it before.
/** KEYS as above, then the feeds of the ids that led to it. ARGV id, those ids… */
export const restoreScript = redisScript(`
if redis.call('EXISTS', KEYS[7]) == 0 then return 0 end
if redis.call('EXISTS', KEYS[1]) == 1 or redis.call('HEXISTS', KEYS[6], ARGV[1]) == 1 then return 2 end
redis.call('RENAME', KEYS[7], KEYS[1])
redis.call('PERSIST', KEYS[1])
local was = redis.call('HMGET', KEYS[1], 'removedPlace', 'removedDue', 'removedSilent', 'removedSeenMs')
redis.call('HDEL', KEYS[1], 'removedAliases', 'removedPlace', 'removedDue', 'removedSilent', 'removedSeenMs')
redis.call('ZADD', KEYS[2], was[1], ARGV[1])
if was[2] ~= '' then redis.call('ZADD', KEYS[3], was[2], ARGV[1]) end
if was[3] ~= '' then redis.call('ZADD', KEYS[5], was[3], ARGV[1]) end
if redis.call('EXISTS', KEYS[8]) == 1 then
  redis.call('RENAME', KEYS[8], KEYS[4])
  if tonumber(was[4]) > 0 then redis.call('PEXPIRE', KEYS[4], was[4]) else redis.call('PERSIST', KEYS[4]) end
end
for i = 2, #ARGV do
  if redis.call('EXISTS', KEYS[8 + i]) == 0 then redis.call('HSETNX', KEYS[6], ARGV[i], ARGV[1]) end
end
redis.call('ZREM', KEYS[9], ARGV[1])
return 1
`)
