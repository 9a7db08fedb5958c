/** One answer, whatever its status, with the body of a success decoded. */
export type HttpResponse = {
  /** Where the answer came from in the end. */
  url: string
  status: number
  contentType: string | null
  /** Empty when the status is 304 or an error. */
  body: Uint8Array
  /** Validators exactly as received (servers compare by equality), or null when they are unfit to be sent back. */
  etag: string | null
  lastModified: string | null
  retryAfterMs: number | null
  cacheControl: string | null
  expires: string | null
  /** The `Link` headers, joined. */
  link: string | null
  /** The hops in order: the status of each redirect and the URL it led to. */
  redirects: { status: number; url: string }[]
}
