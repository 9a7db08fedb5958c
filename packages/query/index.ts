export type { ParsedQuery, Query, QueryField, QueryRemark } from './query.ts'
export { parseQuery } from './parse-query.ts'
