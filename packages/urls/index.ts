export { admitUrl, urlCharsMax } from './admit-url.ts'
export { canonicalUrl } from './canonical-url.ts'
export { hostKey } from './host-key.ts'
export { redactUrl } from './redact-url.ts'
