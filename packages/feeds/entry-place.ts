import type { Fields } from './fields.ts'
import { findAll, textOf } from './xml-query.ts'

export type Place = { longitude: number; latitude: number }

const coordsMax = 2_000

/**
 * Where on earth an entry is about: GeoRSS (Simple and GML), W3C's Basic Geo, ICBM. Of a line or an area the first point.
 */
export function entryPlace(fields: Fields): Place | null {
  const point = fields.text('georss:point', 'gml:pos') || fields.text('georss:line', 'georss:polygon', 'georss:box')
  return (
    fromPair(point) ??
    fromTwo(fields.text('geo:lat', 'icbm:latitude'), fields.text('geo:long', 'geo:lon', 'icbm:longitude')) ??
    fromNested(fields)
  )
}

function fromNested(fields: Fields): Place | null {
  for (const holder of fields.allOf('georss:where', 'gml:point', 'geo:point', 'where', 'media:location')) {
    const [written] = findAll(holder, ['gml:pos', 'gml:poslist', 'gml:coordinates', 'georss:point'])
    const place = fromPair(textOf(written))
    if (place !== null) return place
    const [latitude] = findAll(holder, ['geo:lat'])
    const [longitude] = findAll(holder, ['geo:long'])
    const nested = fromTwo(textOf(latitude), textOf(longitude))
    if (nested !== null) return nested
  }
  return null
}

/** Latitude first, as all of GeoRSS has it. */
function fromPair(text: string): Place | null {
  const [latitude = '', longitude = ''] = text
    .slice(0, coordsMax)
    .trim()
    .split(/[\s,]+/, 2)
  return fromTwo(latitude, longitude)
}

function fromTwo(latitude: string, longitude: string): Place | null {
  const number = /^[+-]?\d{1,3}(?:\.\d{1,20})?$/
  if (!number.test(latitude) || !number.test(longitude)) return null
  const place = { longitude: Number(longitude), latitude: Number(latitude) }
  return Math.abs(place.latitude) <= 90 && Math.abs(place.longitude) <= 360 ? place : null
}
