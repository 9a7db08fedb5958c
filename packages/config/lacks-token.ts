const loopback = /^(?:127\.\d+\.\d+\.\d+|::1|localhost)$/

/** Whether other machines can reach a service that binds this host, and no secret keeps them out. */
export function lacksToken({ host, token }: { readonly host: string; readonly token?: string | undefined }): boolean {
  return token === undefined && !loopback.test(host)
}
