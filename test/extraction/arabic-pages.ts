import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

const folder = new URL('../../../shared/pages/', import.meta.url)
export const withoutPages = existsSync(folder) ? '' : 'skipped: ../shared/pages is absent'

/** A page counts as Arabic with so many letters of the script; a few are in every list of languages. */
const lettersMin = 1000

type ArabicPage = { id: string; url: string; html: string }

/** The captured pages in Arabic, whatever set they are in. */
export function arabicPages(): ArabicPage[] {
  const manifest: { id: string }[] = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8'))
  return manifest.flatMap(({ id }) => {
    const html = gunzipSync(readFileSync(new URL(`${id}.html.gz`, folder))).toString('utf8')
    if ((html.match(/[\u0621-\u064a]/gu)?.length ?? 0) < lettersMin) return []
    const { url }: { url?: string | null } = JSON.parse(readFileSync(new URL(`${id}.json`, folder), 'utf8'))
    return [{ id, html, url: url ?? 'https://page.invalid/' }]
  })
}
