import { queueNames } from '@rafid/contracts'
import { groupDeadLetters } from '@rafid/pipeline'
import type { DeadLetters, ProcessRecord } from '@rafid/pipeline'
import type { House } from '../house.ts'
import { lookAtPipeline } from '../look-at-pipeline.ts'
import type { Finding } from './finding.ts'
import { troubleFinding } from './trouble-finding.ts'

/** No more kinds of dead letters are told of; `rafid dead list` has them all. */
const groupsMax = 5

export type PipelineParts = {
  readonly home: House['home']
  readonly feeds: Pick<House['feeds'], 'overdueMs'>
  readonly deadLetters: Pick<DeadLetters, 'find'>
}

/** What is stuck, by the rules that the pages and the alerts have as well; whether releases are mixed; what died. */
export async function examinePipeline({ home, feeds, deadLetters }: PipelineParts): Promise<Finding[]> {
  const [{ watched }, letters] = await Promise.all([
    lookAtPipeline({ home, feeds }, null),
    deadLetters.find(queueNames, {}),
  ])
  return [
    ...watched.troubles.map((trouble) => troubleFinding(trouble, watched)),
    ...versions(watched.processes),
    ...groupDeadLetters(letters).slice(0, groupsMax).map(died),
  ]
}

function versions(processes: readonly ProcessRecord[]): Finding[] {
  const known = [...new Set(processes.flatMap(({ version }) => version ?? []))].toSorted()
  if (known.length < 2) return []
  return [
    {
      code: 'worker.versions',
      is: `processes of ${known.join(' and ')} run side by side`,
      fix: 'finish the upgrade: restart those of the older version',
    },
  ]
}

function died({ stage: name, code, host, count }: ReturnType<typeof groupDeadLetters>[number]): Finding {
  const of = host === null ? '' : ` of ${host}`
  return {
    code: 'dead_letters',
    is: `${count} jobs of ${name}${of} died: ${code}`,
    fix: `rafid dead list ${name} --code ${code} shows them; when the cause is mended: rafid dead redrive ${name} --code ${code}`,
  }
}
