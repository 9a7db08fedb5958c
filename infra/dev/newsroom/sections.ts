import type { Topic } from './articles/draft.ts'
import type { Language } from './publishers.ts'

/** What a section is called in the navigation. */
export function sectionName(topic: Topic, lang: Language): string {
  return names[topic][lang]
}

const names: Record<Topic, Record<Language, string>> = {
  ports: { ar: 'موانئ وملاحة', en: 'Harbour' },
  harvest: { ar: 'زراعة', en: 'Farming' },
  football: { ar: 'رياضة', en: 'Sport' },
  courts: { ar: 'محاكم', en: 'Courts' },
  weather: { ar: 'طقس', en: 'Weather' },
  technology: { ar: 'تقنية', en: 'Technology' },
  health: { ar: 'صحة', en: 'Health' },
  markets: { ar: 'أسواق', en: 'Business' },
  culture: { ar: 'ثقافة وفنون', en: 'Culture' },
  transport: { ar: 'نقل وطرق', en: 'Transport' },
}
