import { z } from 'zod'
import type { Manifest } from './render-kustomization.ts'

const probe = z.looseObject({ httpGet: z.strictObject({ path: z.string(), port: z.string() }).optional() })

const container = z.looseObject({
  image: z.string(),
  args: z.array(z.string()),
  ports: z.array(z.looseObject({ containerPort: z.number() })),
  env: z.array(z.looseObject({ name: z.string(), value: z.string().optional() })).default([]),
  lifecycle: z.object({ preStop: z.object({ sleep: z.object({ seconds: z.number() }) }) }).optional(),
  startupProbe: probe.optional(),
  livenessProbe: probe.optional(),
  readinessProbe: probe.optional(),
  resources: z.object({ requests: z.record(z.string(), z.string()), limits: z.record(z.string(), z.string()) }),
  securityContext: z.unknown(),
  volumeMounts: z.array(z.looseObject({ mountPath: z.string() })),
})

const pod = z.looseObject({
  automountServiceAccountToken: z.boolean(),
  enableServiceLinks: z.boolean(),
  terminationGracePeriodSeconds: z.number(),
  securityContext: z.unknown(),
  affinity: z.looseObject({ podAffinity: z.unknown().optional() }).optional(),
  containers: z.tuple([container]),
})

const spec = z.looseObject({
  replicas: z.number().optional(),
  template: z.looseObject({ spec: pod }),
  volumeClaimTemplates: z.array(z.looseObject({ metadata: z.object({ name: z.string() }) })).default([]),
})

/** What starts pods, with its one container. */
export type Workload = {
  readonly kind: string
  readonly name: string
  readonly replicas: number | undefined
  readonly pod: z.infer<typeof pod>
  readonly container: z.infer<typeof container>
  /** Names of the volumes that each pod gets for itself. */
  readonly volumeClaims: readonly string[]
}

/** The deployments and stateful sets among some objects. */
export function workloadsOf(objects: readonly Manifest[]): Workload[] {
  return objects
    .filter(({ kind }) => kind === 'Deployment' || kind === 'StatefulSet')
    .map(({ kind, metadata, ...rest }) => {
      const { replicas, template, volumeClaimTemplates } = spec.parse(rest['spec'])
      const volumeClaims = volumeClaimTemplates.map((claim) => claim.metadata.name)
      return {
        kind,
        name: metadata.name,
        replicas,
        pod: template.spec,
        container: template.spec.containers[0],
        volumeClaims,
      }
    })
}
