import { crc32, deflateSync } from 'node:zlib'
import { hashOf, integerBetween, type Random, seededRandom } from './random.ts'

const widthPx = 640
const heightPx = 360
const ridges = 4

/**
 * A drawn landscape as PNG: a sky in bands, a sun and a few ridges, different for every name.
 * Indexed colour, one byte a pixel (PNG, third edition, clause 11).
 */
export function landscapePng(name: string): Buffer {
  const random = seededRandom(hashOf(name))
  const header = Buffer.alloc(13)
  header.writeUInt32BE(widthPx, 0)
  header.writeUInt32BE(heightPx, 4)
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', palette(random)),
    chunk('IDAT', deflateSync(pixels(random))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const skyColours = 8
const sunColour = skyColours
const firstRidgeColour = skyColours + 1

function palette(random: Random): Buffer {
  const hue = random() * 360
  const sky = Array.from({ length: skyColours }, (_, band) => rgb(hue, 0.45, 0.55 + band * 0.045))
  const land = Array.from({ length: ridges }, (_, ridge) => rgb(hue + 150, 0.3, 0.5 - ridge * 0.1))
  return Buffer.from([...sky, rgb(45, 0.9, 0.85), ...land].flat())
}

function pixels(random: Random): Buffer {
  const rows = Buffer.alloc((widthPx + 1) * heightPx)
  const sun = { x: integerBetween(80, widthPx - 80, random), y: integerBetween(50, 130, random), radius: 34 }
  const phases = Array.from({ length: ridges }, () => random() * 2 * Math.PI)
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const ridge = ridgeAt(x, y, phases)
      const isSun = Math.hypot(x - sun.x, y - sun.y) < sun.radius
      const sky = isSun ? sunColour : Math.floor((y / heightPx) * skyColours)
      rows[y * (widthPx + 1) + 1 + x] = ridge === -1 ? sky : firstRidgeColour + ridge
    }
  }
  return rows
}

/** The nearest ridge that covers this point, or -1 where the sky shows. */
function ridgeAt(x: number, y: number, phases: readonly number[]): number {
  return phases.findLastIndex((phase, ridge) => {
    const slope = Math.sin(x / (60 + ridge * 25) + phase) + 0.4 * Math.sin(x / 23 + 2 * phase)
    return y > heightPx * (0.52 + ridge * 0.12) + slope * 22
  })
}

function rgb(hueDegrees: number, saturation: number, lightness: number): number[] {
  const amplitude = saturation * Math.min(lightness, 1 - lightness)
  return [0, 8, 4].map((offset) => {
    const k = (offset + hueDegrees / 30) % 12
    return Math.round(255 * (lightness - amplitude * Math.max(-1, Math.min(k - 3, 9 - k, 1))))
  })
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
