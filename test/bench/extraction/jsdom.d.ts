/** The part of jsdom used here; it comes without types. */
declare module 'jsdom' {
  import { EventEmitter } from 'node:events'

  /** Where a page's own messages and errors go; nobody hears them unless somebody listens. */
  export class VirtualConsole extends EventEmitter {}

  export class JSDOM {
    constructor(text: string, options: { url: string; virtualConsole?: VirtualConsole; contentType?: string })
    readonly window: { readonly document: object; close(): void }
  }
}
