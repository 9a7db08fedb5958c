// Exits with 0 while the service of this container is alive: a worker answers on one port, the gateway on another.
const { RAFID_HEALTH_PORT: workerPort = '9464', RAFID_PORT: gatewayPort = '3700' } = process.env
const timeoutMs = 4_000

const answers = await Promise.allSettled(
  [workerPort, gatewayPort].map((port) =>
    // oxlint-disable-next-line no-restricted-globals -- nobody but this container is asked
    fetch(`http://127.0.0.1:${port}/live`, { signal: AbortSignal.timeout(timeoutMs) }),
  ),
)
process.exitCode = answers.some(({ value }) => value?.ok) ? 0 : 1
