export { decodeBytes } from './decode-bytes.ts'
