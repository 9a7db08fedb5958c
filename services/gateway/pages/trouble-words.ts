import type { Bottleneck, Trouble } from '@rafid/operations'
import type { Said, Ui } from './interface-language.ts'

type Words = { readonly is: Said; readonly todo: Said }

/** What is stuck, and what to do about it. */
const troubles: Readonly<Record<Trouble['code'], Words>> = {
  'stage.no_workers': {
    is: { ar: 'مهام تنتظر ولا عامل لهذه المرحلة', en: 'Jobs wait and nobody works at this stage' },
    todo: { ar: 'شغّل عاملًا لها', en: 'Start a worker for it' },
  },
  'stage.paused': {
    is: { ar: 'المرحلة موقوفة ومهامها تنتظر', en: 'The stage is paused and its jobs wait' },
    todo: { ar: 'استأنفها إن لم يعد لإيقافها سبب', en: 'Resume it unless it is paused for a reason' },
  },
  'stage.hung': {
    is: { ar: 'مهام في اليد ولا تنتهي أي منها', en: 'Jobs are in hand and none of them ends' },
    todo: {
      ar: 'أعد تشغيل عمالها، فإن تكرر فابحث عن المهمة الأقدم في السجل',
      en: 'Restart its workers; if it comes back, look for the oldest job in the log',
    },
  },
  'stage.worker_lost': {
    is: { ar: 'مهام أخذها عامل لم يعد يجيب', en: 'Jobs were taken by a worker that no longer answers' },
    todo: { ar: 'شغّل عاملًا، وستعود المهام إليه وحدها', en: 'Start a worker; the jobs come back to it by themselves' },
  },
  'stage.delayed_stuck': {
    is: { ar: 'مهام مؤجلة حان وقتها ولا أحد يأخذها', en: 'Delayed jobs are due and nobody takes them' },
    todo: { ar: 'شغّل عاملًا لهذه المرحلة', en: 'Start a worker for this stage' },
  },
  'stage.failing': {
    is: { ar: 'معظم المحاولات تخفق', en: 'Most attempts fail' },
    todo: { ar: 'انظر أسباب المهام الميتة في أسفل الصفحة', en: 'See the reasons of the dead letters below' },
  },
  'schedule.lost': {
    is: { ar: 'خلاصات حان وقتها ولا أحد يسحبها', en: 'Feeds are due and nobody polls them' },
    todo: { ar: 'شغّل خدمة المواعيد scheduler', en: 'Start the scheduler' },
  },
  'redis.memory': {
    is: { ar: 'ذاكرة Redis توشك أن تمتلئ', en: 'Redis is nearly out of memory' },
    todo: {
      ar: 'زد maxmemory أو عمال المرحلة التي تتكدس مهامها',
      en: 'Raise maxmemory, or the workers of the stage whose jobs pile up',
    },
  },
  'redis.unsafe': {
    is: { ar: 'إعداد Redis يضيّع المهام', en: 'Redis is set up so that it loses jobs' },
    todo: { ar: 'اجعله noeviction وappendonly yes', en: 'Set noeviction and appendonly yes' },
  },
  'worker.silent': {
    is: { ar: 'عملية لا خبر منها: معلقة أو قُتلت', en: 'A process has not been heard of: it hangs or was killed' },
    todo: { ar: 'أعد تشغيلها', en: 'Restart it' },
  },
  'worker.blocked': {
    is: { ar: 'عملية لا تلتفت إلى شيء لثوان', en: 'A process heeds nothing for seconds on end' },
    todo: {
      ar: 'قلل المهام المتزامنة فيها أو زد العمال',
      en: 'Give it fewer jobs at once, or start more workers',
    },
  },
}

const bottlenecks: Readonly<Record<Bottleneck['reason'], Said>> = {
  'no-workers': { ar: 'لا عامل لها', en: 'nobody works at it' },
  paused: { ar: 'أوقفها أحد', en: 'somebody has paused it' },
  overloaded: { ar: 'يأتيها أكثر مما تقدر عليه', en: 'more comes in than it can do' },
  backlog: { ar: 'تقدر على ما يأتيها، وتكدس لديها ما سبق', en: 'it keeps up, with a backlog from before' },
}

/** What is stuck in words, and what to do; nothing for a code that we do not know. */
export function troubleInWords(ui: Ui, code: string): { readonly is: string; readonly todo: string } | null {
  if (!Object.hasOwn(troubles, code)) return null
  const { is, todo } = troubles[code as Trouble['code']]
  return { is: is[ui], todo: todo[ui] }
}

/** Why a stage holds up the others, in words. */
export function bottleneckInWords(ui: Ui, reason: Bottleneck['reason']): string {
  return bottlenecks[reason][ui]
}
