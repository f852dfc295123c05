import 'ol/ol.css'
import Feature from 'ol/Feature'
import OlMap from 'ol/Map'
import View from 'ol/View'
import { boundingExtent, createEmpty, extend, type Extent } from 'ol/extent'
import GeoJSON from 'ol/format/GeoJSON'
import type Geometry from 'ol/geom/Geometry'
import LineString from 'ol/geom/LineString'
import Point from 'ol/geom/Point'
import { defaults as defaultInteractions } from 'ol/interaction/defaults'
import VectorLayer from 'ol/layer/Vector'
import { fromLonLat, toLonLat } from 'ol/proj'
import Cluster from 'ol/source/Cluster'
import VectorSource from 'ol/source/Vector'
import Fill from 'ol/style/Fill'
import Icon from 'ol/style/Icon'
import Stroke from 'ol/style/Stroke'
import Style from 'ol/style/Style'
import Text from 'ol/style/Text'
import waterways from '@/assets/waterways.json'
import type { DeviceChange, DeviceState, MapPoint } from '@/api/types'
import { DEVICE_STATES, stateRank } from '@/lib/states'
import { drawCluster, drawPoint, type StateCounts } from './glyphs'
import { emptiestPlace } from './labels'
import { readPalette, type Palette } from './palette'

/** The six districts, with a margin; shown when nothing else is asked for. */
const CITY: Extent = boundingExtent([fromLonLat([119.88, 29.22]), fromLonLat([121.23, 30.29])])
const CLUSTER_PX = 44
/** From this zoom on every point stands alone; one picked from a list is shown with its surroundings. */
const ALONE_ZOOM = 13.5
const POINT_ZOOM = 12
const ICON_SCALE = 0.5
/** Metres a pixel: names of waters show only from the district's view on. */
const WATER_NAMES_BELOW = 120
const FONT = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Zen Hei", sans-serif'

export interface MapPlace {
  zoom: number
  lon: number
  lat: number
}

export interface HoverInfo {
  x: number
  y: number
  points: MapPoint[]
}

export interface CityMapEvents {
  select: (mn: string | null) => void
  hover: (info: HoverInfo | null) => void
  moved: (place: MapPlace) => void
}

/**
 * The map of the city on a canvas: construct -> setDistricts, setPoints -> applyChanges … -> dispose.
 *
 * It knows nothing of Vue; the view hands it data and hears what the person did.
 */
export class CityMap {
  private readonly map: OlMap
  private readonly points = new VectorSource<Feature<Point>>()
  private readonly clusters: Cluster<Feature<Point>>
  private readonly districts = new VectorSource()
  private readonly labels = new VectorSource()
  private readonly waters: VectorSource
  private readonly districtLayer: VectorLayer
  private readonly waterLayer: VectorLayer
  private readonly labelLayer: VectorLayer
  private readonly pointLayer: VectorLayer
  private readonly chosen = new VectorSource<Feature<Point>>()
  private readonly chosenLayer: VectorLayer
  private readonly styles = new Map<string, Style>()
  private palette: Palette = readPalette()
  private english = false
  private selected: string | null = null
  private visible: (point: MapPoint) => boolean = () => true

  constructor(target: HTMLElement, place: MapPlace | null, events: CityMapEvents) {
    const format = new GeoJSON({ featureProjection: 'EPSG:3857' })
    this.waters = new VectorSource({ features: format.readFeatures(waterways) as Feature<Geometry>[] })
    this.clusters = new Cluster<Feature<Point>>({
      source: this.points,
      distance: CLUSTER_PX,
      minDistance: 18,
      // The chosen point stands alone on its own layer, whatever is around it.
      geometryFunction: (feature) => (pointOf(feature).mn !== this.selected && this.visible(pointOf(feature)) ? (feature.getGeometry() as Point) : null),
    })
    this.districtLayer = new VectorLayer({ source: this.districts, style: () => this.districtStyle() })
    this.waterLayer = new VectorLayer({ source: this.waters, style: (feature, resolution) => this.waterStyle(feature as Feature, resolution), declutter: true })
    this.pointLayer = new VectorLayer({
      source: this.clusters,
      style: (feature) => this.pointStyle(feature as Feature),
      updateWhileAnimating: true,
      updateWhileInteracting: true,
    })
    this.chosenLayer = new VectorLayer({ source: this.chosen, style: (feature) => this.singleStyle(pointOf(feature as Feature), true) })
    this.labelLayer = new VectorLayer({ source: this.labels, style: (feature) => this.labelStyle(feature as Feature) })
    this.map = new OlMap({
      target,
      controls: [],
      interactions: defaultInteractions({ altShiftDragRotate: false, pinchRotate: false }),
      layers: [this.districtLayer, this.waterLayer, this.labelLayer, this.pointLayer, this.chosenLayer],
      view: new View({
        center: fromLonLat(place ? [place.lon, place.lat] : [120.55, 29.76]),
        zoom: place?.zoom ?? 9.6,
        minZoom: 8,
        maxZoom: 18,
        enableRotation: false,
      }),
    })
    if (!place) this.fitCity(0)
    this.followZoom()
    this.listen(events)
  }

  dispose(): void {
    this.map.setTarget(undefined)
    this.map.dispose()
  }

  setDistricts(geoJson: object): void {
    this.districts.clear()
    this.districts.addFeatures(new GeoJSON({ featureProjection: 'EPSG:3857' }).readFeatures(geoJson) as Feature<Geometry>[])
    this.placeLabels()
  }

  setPoints(points: readonly MapPoint[]): void {
    this.points.clear(true)
    this.points.addFeatures(
      points.map((point) => {
        const feature = new Feature(new Point(fromLonLat([point.longitude, point.latitude])))
        feature.setId(point.mn)
        feature.set('point', point, true)
        return feature
      }),
    )
    this.showChosen()
    this.placeLabels()
  }

  /** New states of devices; redraws once and never moves a point. */
  applyChanges(changes: ReadonlyMap<string, DeviceChange>): void {
    let drawn = false
    let filtered = false
    for (const change of changes.values()) {
      const feature = this.points.getFeatureById(change.mn) as Feature<Point> | null
      if (!feature) continue
      const before = pointOf(feature)
      const after = { ...before, state: change.state, last_heard_at: change.last_heard_at }
      feature.set('point', after, true)
      drawn ||= before.state !== after.state
      filtered ||= this.visible(before) !== this.visible(after)
    }
    if (filtered) this.clusters.refresh()
    else if (drawn) this.pointLayer.changed()
    if (drawn) this.chosenLayer.changed()
  }

  setFilter(visible: (point: MapPoint) => boolean): void {
    this.visible = visible
    this.clusters.refresh()
  }

  setSelected(mn: string | null): void {
    this.selected = mn
    this.showChosen()
    this.clusters.refresh()
  }

  private showChosen(): void {
    const feature = this.selected === null ? null : (this.points.getFeatureById(this.selected) as Feature<Point> | null)
    this.chosen.clear()
    if (feature) this.chosen.addFeature(feature)
  }

  /** Colours or language changed. */
  restyle(english: boolean): void {
    this.english = english
    this.palette = readPalette()
    this.styles.clear()
    this.districtLayer.changed()
    this.waterLayer.changed()
    this.labelLayer.changed()
    this.pointLayer.changed()
    this.chosenLayer.changed()
  }

  fitCity(duration = 250): void {
    this.map.getView().fit(CITY, { padding: [16, 16, 16, 16], duration: this.calm(duration) })
  }

  zoomBy(step: number): void {
    const view = this.map.getView()
    view.animate({ zoom: (view.getZoom() ?? 10) + step, duration: this.calm(160) })
  }

  /** Brings a point into sight and out of its cluster. */
  goTo(mn: string): boolean {
    const geometry = (this.points.getFeatureById(mn) as Feature<Point> | null)?.getGeometry()
    if (!geometry) return false
    const view = this.map.getView()
    view.animate({ center: geometry.getCoordinates(), zoom: Math.max(view.getZoom() ?? 0, POINT_ZOOM), duration: this.calm(200) })
    return true
  }

  private calm(duration: number): number {
    return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : duration
  }

  private followZoom(): void {
    const view = this.map.getView()
    const apply = () => {
      const distance = (view.getZoom() ?? 0) >= ALONE_ZOOM ? 0 : CLUSTER_PX
      if (this.clusters.getDistance() !== distance) this.clusters.setDistance(distance)
    }
    apply()
    view.on('change:resolution', apply)
  }

  private listen(events: CityMapEvents): void {
    const at = (pixel: number[]): Feature | undefined =>
      this.map.forEachFeatureAtPixel(pixel, (feature) => feature as Feature, {
        layerFilter: (layer) => layer === this.pointLayer || layer === this.chosenLayer,
        hitTolerance: 5,
      })
    const viewport = this.map.getViewport()
    this.map.on('pointermove', (event) => {
      if (event.dragging) return
      const hit = at(event.pixel)
      if (viewport) viewport.style.cursor = hit ? 'pointer' : ''
      events.hover(hit ? { x: event.pixel[0] ?? 0, y: event.pixel[1] ?? 0, points: membersOf(hit) } : null)
    })
    viewport?.addEventListener('pointerleave', () => events.hover(null))
    this.map.on('click', (event) => {
      events.hover(null)
      const hit = at(event.pixel)
      if (!hit) return events.select(null)
      const members = membersOf(hit)
      if (members.length === 1 && members[0]) return events.select(members[0].mn)
      this.open(hit)
    })
    this.map.on('moveend', () => {
      const view = this.map.getView()
      const [lon, lat] = toLonLat(view.getCenter() ?? [0, 0])
      events.moved({ zoom: view.getZoom() ?? 0, lon: lon ?? 0, lat: lat ?? 0 })
    })
  }

  /** Zooms until the members of a cluster stand apart. */
  private open(cluster: Feature): void {
    const extent = createEmpty()
    for (const feature of cluster.get('features') as Feature<Point>[]) {
      const geometry = feature.getGeometry()
      if (geometry) extend(extent, geometry.getExtent())
    }
    const view = this.map.getView()
    view.fit(extent, { padding: [60, 60, 60, 60], maxZoom: Math.max(ALONE_ZOOM, (view.getZoom() ?? 0) + 1), duration: this.calm(200) })
  }

  /** A district's name stands where the fewest points are in its way. */
  private placeLabels(): void {
    const points = this.points.getFeatures().map((feature) => feature.getGeometry()?.getCoordinates() ?? [0, 0])
    this.labels.clear(true)
    this.labels.addFeatures(
      this.districts.getFeatures().map((district) => {
        const label = new Feature(new Point(emptiestPlace(district.getGeometry(), points)))
        label.setProperties({ name_zh: district.get('name_zh'), name_en: district.get('name_en') })
        return label
      }),
    )
  }

  private districtStyle(): Style {
    return this.cached('district', () => {
      const p = this.palette
      return new Style({ fill: new Fill({ color: p.surface }), stroke: new Stroke({ color: p.border, width: 1 }) })
    })
  }

  private labelStyle(feature: Feature): Style {
    const name = String(feature.get(this.english ? 'name_en' : 'name_zh') ?? '')
    return this.cached(`label ${name}`, () => {
      const p = this.palette
      return new Style({
        text: new Text({
          text: this.english ? name : [...name].join('\u2009'),
          font: `14px ${FONT}`,
          fill: new Fill({ color: p.ink3 }),
          stroke: new Stroke({ color: p.surface, width: 3 }),
          overflow: true,
        }),
      })
    })
  }

  private waterStyle(feature: Feature, resolution: number): Style {
    const named = resolution < WATER_NAMES_BELOW
    const name = named ? String(feature.get(this.english ? 'name_en' : 'name_zh')) : ''
    const lake = feature.get('name_zh') === '鉴湖'
    return this.cached(`water ${name} ${lake}`, () => {
      const p = this.palette
      return new Style({
        stroke: new Stroke({ color: p.water, width: lake ? 5 : 3, lineCap: 'round', lineJoin: 'round' }),
        text: new Text({
          text: name,
          placement: feature.getGeometry() instanceof LineString ? 'line' : 'point',
          font: `italic 11px ${FONT}`,
          fill: new Fill({ color: p.lake }),
          stroke: new Stroke({ color: p.surface, width: 3 }),
        }),
      })
    })
  }

  private pointStyle(feature: Feature): Style {
    const members = membersOf(feature)
    const [only] = members
    if (members.length === 1 && only) return this.singleStyle(only, false)
    const counts: Record<DeviceState, number> = { faulty: 0, offline: 0, late: 0, live: 0, never: 0 }
    for (const member of members) counts[member.state]++
    const key = `cluster ${DEVICE_STATES.map((state) => counts[state]).join(' ')}`
    return this.cached(key, () => this.icon(drawCluster(counts as StateCounts, this.palette), 500))
  }

  private singleStyle(point: MapPoint, selected: boolean): Style {
    return this.cached(`point ${point.medium} ${point.state} ${selected}`, () =>
      this.icon(drawPoint(point.medium, point.state, this.palette, selected), 1000 - stateRank(point.state)),
    )
  }

  private icon(canvas: HTMLCanvasElement, zIndex: number): Style {
    return new Style({ image: new Icon({ img: canvas, scale: ICON_SCALE }), zIndex })
  }

  private cached(key: string, make: () => Style): Style {
    let style = this.styles.get(key)
    if (!style) {
      // Cluster mixes are many over a day; start anew rather than keep them all.
      if (this.styles.size > 2_000) this.styles.clear()
      style = make()
      this.styles.set(key, style)
    }
    return style
  }
}

function pointOf(feature: Feature): MapPoint {
  return feature.get('point') as MapPoint
}

/** The points of a cluster; the chosen point is no cluster and stands for itself. */
function membersOf(feature: Feature): MapPoint[] {
  const members = feature.get('features') as Feature<Point>[] | undefined
  return members ? members.map(pointOf) : [pointOf(feature)]
}
