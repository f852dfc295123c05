import type Geometry from 'ol/geom/Geometry'
import MultiPolygon from 'ol/geom/MultiPolygon'
import Polygon from 'ol/geom/Polygon'

/** Of a grid over the area, the place farthest from any point and from the edge; the middle where there is no area. */
export function emptiestPlace(area: Geometry | undefined, points: readonly number[][]): number[] {
  if (!(area instanceof Polygon || area instanceof MultiPolygon)) return [0, 0]
  const [minX = 0, minY = 0, maxX = 0, maxY = 0] = area.getExtent()
  const steps = 14
  let best = area instanceof Polygon ? area.getInteriorPoint().getCoordinates().slice(0, 2) : [(minX + maxX) / 2, (minY + maxY) / 2]
  let bestRoom = -1
  for (let i = 1; i < steps; i++) {
    for (let j = 1; j < steps; j++) {
      const place = [minX + ((maxX - minX) * i) / steps, minY + ((maxY - minY) * j) / steps] as const
      if (!area.intersectsCoordinate([...place])) continue
      const [edgeX = 0, edgeY = 0] = boundaryNear(area, place)
      let room = Math.hypot(edgeX - place[0], (edgeY - place[1]) * 1.5)
      for (const [x = 0, y = 0] of points) {
        // Names are wide: a point beside one is worse than a point above it.
        room = Math.min(room, Math.hypot((x - place[0]) * 0.6, y - place[1]))
        if (room <= bestRoom) break
      }
      if (room > bestRoom) {
        bestRoom = room
        best = [...place]
      }
    }
  }
  return best
}

function boundaryNear(area: Polygon | MultiPolygon, place: readonly [number, number]): number[] {
  let near: number[] = [0, 0]
  let least = Infinity
  for (const polygon of area instanceof Polygon ? [area] : area.getPolygons()) {
    const found = polygon.getLinearRing(0)?.getClosestPoint([...place]) ?? [0, 0]
    const distance = Math.hypot((found[0] ?? 0) - place[0], (found[1] ?? 0) - place[1])
    if (distance < least) {
      least = distance
      near = found
    }
  }
  return near
}
