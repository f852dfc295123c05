import type { DeviceState, Medium } from '@/api/types'
import { DEVICE_STATES, STATE_LOOK } from '@/lib/states'
import type { Palette } from './palette'

/**
 * Signs of the map. The outline says the medium; the state is said twice, by colour and by the inside:
 * live is full, late half full, offline hollow with a bar, never heard hollow and dashed, faulty full with a cross.
 */

const PIXELS = 2
const SIZE = 26

export type StateCounts = Readonly<Record<DeviceState, number>>

function canvasOf(size: number): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const canvas = document.createElement('canvas')
  canvas.width = size * PIXELS
  canvas.height = size * PIXELS
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no 2d canvas')
  context.scale(PIXELS, PIXELS)
  return [canvas, context]
}

/** Outline of a medium around (0, 0), about 12 across. As SVG path data, so that the legend draws the same sign. */
export const MEDIUM_PATHS: Readonly<Record<Medium, string>> = {
  'waste-water': 'M0 -7.2C2.6 -3.8 5.2 -1 5.2 2.1A5.2 5.2 0 0 1 -5.2 2.1C-5.2 -1 -2.6 -3.8 0 -7.2Z',
  'flue-gas': 'M0 -6.6 6.6 5.4H-6.6Z',
  'surface-water': 'M-6 -4.2C-3 -7 3 -1.4 6 -4.2V4.2C3 7 -3 1.4 -6 4.2Z',
  air: 'M0 -6.6 5.7 -3.3V3.3L0 6.6 -5.7 3.3V-3.3Z',
  noise: 'M-5.4 -5.4H5.4V5.4H-5.4Z',
  other: 'M0 -5.6A5.6 5.6 0 1 1 0 5.6 5.6 5.6 0 1 1 0 -5.6Z',
}

export function drawPoint(medium: Medium, state: DeviceState, palette: Palette, selected: boolean): HTMLCanvasElement {
  const [canvas, c] = canvasOf(SIZE)
  const colour = palette.tone[STATE_LOOK[state].tone]
  const shape = new Path2D(MEDIUM_PATHS[medium])
  c.translate(SIZE / 2, SIZE / 2)
  c.lineJoin = 'round'

  // A thin halo of the ground keeps neighbours apart.
  c.strokeStyle = palette.surface
  c.lineWidth = 4
  c.stroke(shape)
  if (selected) {
    c.strokeStyle = palette.ink
    c.lineWidth = 5
    c.stroke(shape)
    c.strokeStyle = palette.surface
    c.lineWidth = 2.5
    c.stroke(shape)
  }

  const hollow = state === 'offline' || state === 'never' || state === 'late'
  c.fillStyle = hollow ? palette.surface : colour
  c.fill(shape)
  if (state === 'late') {
    c.save()
    c.clip(shape)
    c.fillStyle = colour
    c.fillRect(-8, 0.4, 16, 9)
    c.restore()
  }
  c.strokeStyle = colour
  c.lineWidth = hollow ? 1.8 : 1
  if (state === 'never') c.setLineDash([2.2, 1.8])
  c.stroke(shape)
  c.setLineDash([])

  if (state === 'offline') bar(c, colour)
  if (state === 'faulty') cross(c, palette.surface)
  return canvas
}

function bar(c: CanvasRenderingContext2D, colour: string) {
  c.strokeStyle = colour
  c.lineWidth = 1.8
  c.beginPath()
  c.moveTo(-2.4, 1.6)
  c.lineTo(2.4, 1.6)
  c.stroke()
}

function cross(c: CanvasRenderingContext2D, colour: string) {
  c.strokeStyle = colour
  c.lineWidth = 1.6
  c.lineCap = 'round'
  c.beginPath()
  c.moveTo(-1.9, -0.2)
  c.lineTo(1.9, 3.6)
  c.moveTo(1.9, -0.2)
  c.lineTo(-1.9, 3.6)
  c.stroke()
}

/** A ring in the proportions of the states around the number of points; what is worst begins at the top. */
export function drawCluster(counts: StateCounts, palette: Palette): HTMLCanvasElement {
  const total = DEVICE_STATES.reduce((sum, state) => sum + counts[state], 0)
  const radius = total < 10 ? 13 : total < 50 ? 15.5 : total < 200 ? 18 : 21
  const size = Math.ceil(radius * 2 + 22)
  const [canvas, c] = canvasOf(size)
  c.translate(size / 2, size / 2)

  c.beginPath()
  c.arc(0, 0, radius + 1.5, 0, Math.PI * 2)
  c.fillStyle = palette.surface
  c.fill()

  let from = -Math.PI / 2
  for (const state of DEVICE_STATES) {
    if (counts[state] === 0) continue
    const to = from + (counts[state] / total) * Math.PI * 2
    c.beginPath()
    c.arc(0, 0, radius - 1, from, to)
    c.strokeStyle = palette.tone[STATE_LOOK[state].tone]
    c.lineWidth = 3.5
    c.stroke()
    from = to
  }

  c.fillStyle = palette.ink
  c.font = `600 ${total < 1000 ? 12 : 11}px "Liberation Sans", "PingFang SC", "Microsoft YaHei", sans-serif`
  c.textAlign = 'center'
  c.textBaseline = 'middle'
  c.fillText(String(total), 0, 0.8)

  const worst = counts.faulty > 0 ? 'faulty' : counts.offline > 0 ? 'offline' : null
  if (worst) badge(c, radius, String(counts[worst]), palette.tone[STATE_LOOK[worst].tone], palette.surface, worst === 'faulty')
  return canvas
}

/** How many of the worst, at the upper right: a diamond for faulty, a triangle for offline, then the number. */
function badge(c: CanvasRenderingContext2D, radius: number, text: string, colour: string, surface: string, diamond: boolean) {
  const width = 12 + text.length * 6.2
  const x = radius * 0.42
  const y = -radius - 3.5
  c.beginPath()
  c.roundRect(x, y, width, 13, 6.5)
  c.fillStyle = colour
  c.strokeStyle = surface
  c.lineWidth = 1.5
  c.fill()
  c.stroke()
  c.fillStyle = surface
  const sign = new Path2D(diamond ? 'M5 -3 8 0 5 3 2 0Z' : 'M5 -2.8 8 2.4H2Z')
  c.save()
  c.translate(x + 0.5, y + 6.5)
  c.fill(sign)
  c.restore()
  c.font = '600 10px "Liberation Sans", sans-serif'
  c.textAlign = 'left'
  c.fillText(text, x + 9.5, y + 7)
}
