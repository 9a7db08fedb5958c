import { expect, it } from 'vitest'

import { limitDepth } from './limit-depth.ts'

it('leaves a page within the limit as it is', () => {
  const html = '<ul><li>a<li>b</ul><p>c<p>d<br><img src=x>'
  expect(limitDepth(html, 3)).toBe(html)
})

it('takes out the tags that nest deeper, and keeps their text', () => {
  expect(limitDepth('<div><div><div>deep</div></div>after</div>', 2)).toBe('<div><div> deep </div>after</div>')
})

it('does not count what scripts write', () => {
  const html = `<div><script>"${'<div>'.repeat(50)}"</script></div>`
  expect(limitDepth(html, 3)).toBe(html)
})
