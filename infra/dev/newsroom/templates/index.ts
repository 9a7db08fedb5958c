import type { PublisherId } from '../publishers.ts'
import { baydarPage } from './baydar.ts'
import { larkmoorPage } from './larkmoor.ts'
import { qanadilPage } from './qanadil.ts'
import { rawasiPage } from './rawasi.ts'
import { suhulPage } from './suhul.ts'
import { tidewickPage } from './tidewick.ts'
import type { ArticleTemplate } from './view.ts'

/** Each publisher's own article page. */
export const articleTemplates: Record<PublisherId, ArticleTemplate> = {
  baydar: baydarPage,
  rawasi: rawasiPage,
  suhul: suhulPage,
  qanadil: qanadilPage,
  larkmoor: larkmoorPage,
  tidewick: tidewickPage,
}
