import type { Html } from '../pages/fragments.ts'

/**
 * Draws a state once for all who want it in the same language.
 *
 * @param draw how it looks in a language
 */
export function drawOnce<State extends object, View extends { readonly ui: string }>(
  draw: (view: View, state: State) => Html,
): (view: View, state: State) => Promise<string> {
  const drawn = new WeakMap<State, Map<string, Promise<string>>>()
  return (view, state) => {
    const byLanguage = drawn.get(state) ?? new Map<string, Promise<string>>()
    drawn.set(state, byLanguage)
    const known = byLanguage.get(view.ui) ?? textOf(draw(view, state))
    byLanguage.set(view.ui, known)
    return known
  }
}

async function textOf(part: Html): Promise<string> {
  return (await part).toString()
}
