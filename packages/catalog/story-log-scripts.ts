import { luaNow } from './redis-script.ts'

const pinsMax = 1_000

/**
 * Writes down the place of an article, unless it has one, or somebody else has written since the caller read: what he does
 * not know could have changed his mind.
 *
 * KEYS: log, told, pins. ARGV: last entry read, record, what was told, life (ms), entries at most, pins (JSON).
 */
export const appendScript = `${luaNow}
local stood = redis.call('GET', KEYS[2])
if stood then return { 'told', stood } end
local last = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1]
if last and last[1] ~= ARGV[1] then return { 'behind' } end
local id = redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[5], '*', 'r', ARGV[2])
redis.call('XTRIM', KEYS[1], 'MINID', '~', now - ARGV[4])
redis.call('SET', KEYS[2], id .. ' ' .. ARGV[3], 'PX', ARGV[4])
for i = 6, #ARGV do redis.call('LPUSH', KEYS[3], ARGV[i]) end
if #ARGV > 5 then redis.call('LTRIM', KEYS[3], 0, ${pinsMax - 1}) end
redis.call('PEXPIRE', KEYS[1], ARGV[4])
redis.call('PEXPIRE', KEYS[3], ARGV[4])
return { 'added', id }
`

/**
 * Writes down what an operator wants; it counts from here on.
 *
 * KEYS: log, pins. ARGV: record, life (ms), entries at most, pins (JSON).
 */
export const correctScript = `
local id = redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[3], '*', 'r', ARGV[1])
for i = 4, #ARGV do redis.call('LPUSH', KEYS[2], ARGV[i]) end
redis.call('LTRIM', KEYS[2], 0, ${pinsMax - 1})
redis.call('PEXPIRE', KEYS[1], ARGV[2])
redis.call('PEXPIRE', KEYS[2], ARGV[2])
return id
`
