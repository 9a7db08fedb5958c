import { expect, it } from 'vitest'

import { isElement, isText } from './dom.ts'
import { nodesWithin } from './nodes-within.ts'
import { parseHtml } from '@rafid/html'

it('gives the nodes of an element in the order of the page, and no more than asked for', () => {
  const [box] = parseHtml('<div>one<b>two<i>three</i></b>four</div>')?.children.filter(isElement) ?? []
  if (box === undefined) throw new Error('no element')
  const texts = (nodesMax: number) => nodesWithin(box, nodesMax).flatMap((node) => (isText(node) ? node.data : []))
  expect(texts(100)).toEqual(['one', 'two', 'three', 'four'])
  expect(texts(3)).toEqual(['one', 'two'])
})
