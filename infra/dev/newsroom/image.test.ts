import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { landscapePng } from './image.ts'

describe('landscapePng', () => {
  const png = landscapePng('10401')

  it('is a PNG of 640 by 360 pixels in indexed colour', () => {
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
    expect([png.readUInt32BE(16), png.readUInt32BE(20), png[24], png[25]]).toEqual([640, 360, 8, 3])
  })

  it('holds one filter byte and one colour a pixel for every row', () => {
    const dataAt = png.indexOf('IDAT') + 4
    const pixels = inflateSync(png.subarray(dataAt, dataAt + png.readUInt32BE(dataAt - 8)))
    expect(pixels.length).toBe(641 * 360)
    expect(Math.max(...pixels.subarray(0, 641))).toBeLessThan(13)
  })

  it('is small, the same for the same name and different for another', () => {
    expect(png.length).toBeLessThan(30_000)
    expect(landscapePng('10401')).toEqual(png)
    expect(landscapePng('10402')).not.toEqual(png)
  })
})
