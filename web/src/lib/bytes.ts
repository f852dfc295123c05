import type { FrameFinding, FrameDetail, Segment, SegmentKind } from '@/api/types'

/** A run of bytes that is drawn alike: one segment, or a piece of it where a finding points into it. */
export interface Run {
  from: number
  to: number
  kind: SegmentKind
  field: string | null
  item: number | null
  /** Numbers (from 1) of the findings that point at the first byte of this run. */
  findings: number[]
}

export function fromHex(hex: string): Uint8Array {
  const bytes = new Uint8Array(hex.length >> 1)
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16)
  return bytes
}

/** Segments cut at every byte that a finding points at, covering all `length` bytes even where the server's list has holes. */
export function runsOf(segments: readonly Segment[], findings: readonly FrameFinding[], length: number): Run[] {
  const whole: Segment[] = []
  let at = 0
  for (const segment of [...segments].sort((a, b) => a.from - b.from)) {
    if (segment.from > at) whole.push({ from: at, to: segment.from, kind: 'junk' })
    const from = Math.max(segment.from, at)
    const to = Math.min(segment.to, length)
    if (to > from) whole.push({ ...segment, from, to })
    at = Math.max(at, to)
  }
  if (at < length) whole.push({ from: at, to: length, kind: 'junk' })

  const cuts = new Map<number, number[]>()
  findings.forEach((finding, i) => {
    if (finding.at === null || finding.at === undefined || length === 0) return
    // A finding about something missing points behind the last byte; it is shown on the last one.
    const place = Math.min(Math.max(finding.at, 0), length - 1)
    cuts.set(place, [...(cuts.get(place) ?? []), i + 1])
  })

  return whole.flatMap((segment) => {
    const inside = [...cuts.keys()].filter((cut) => cut >= segment.from && cut < segment.to).sort((a, b) => a - b)
    const starts = inside[0] === segment.from ? inside : [segment.from, ...inside]
    return starts.map((from, i) => ({
      from,
      to: starts[i + 1] ?? segment.to,
      kind: segment.kind,
      field: segment.field ?? null,
      item: segment.item ?? null,
      findings: cuts.get(from) ?? [],
    }))
  })
}

export interface HeaderField {
  key: string
  value: string
}

/** The fields before the data area (QN, ST, CN …), read off the segments in the order they came. */
export function headerOf(segments: readonly Segment[], bytes: Uint8Array, charset: FrameDetail['charset']): HeaderField[] {
  const end = segments.findIndex((segment) => segment.kind === 'cp-mark')
  const before = end < 0 ? segments : segments.slice(0, end)
  const fields: HeaderField[] = []
  for (const segment of before) {
    const text = textOf(bytes.subarray(segment.from, segment.to), charset)
    if (segment.kind === 'key' && text !== 'CP') fields.push({ key: text, value: '' })
    else if (segment.kind === 'value') {
      const last = fields[fields.length - 1]
      if (last) last.value += text
    }
  }
  return fields
}

/** Written out, because many fonts lack the signs for control characters. */
const CONTROL: ReadonlyMap<number, string> = new Map([
  [0x0d, '\\r'],
  [0x0a, '\\n'],
  [0x09, '\\t'],
  [0x00, '\\0'],
])

/** The bytes as text: control characters written out, what cannot be read as `·`. */
export function textOf(bytes: Uint8Array, charset: FrameDetail['charset']): string {
  if (charset === 'utf-8' || charset === 'gbk') {
    const text = new TextDecoder(charset).decode(bytes)
    return [...text].map((c) => CONTROL.get(c.codePointAt(0) ?? 0) ?? (c === '\ufffd' || (c.codePointAt(0) ?? 0) < 0x20 ? '·' : c)).join('')
  }
  return [...bytes].map((b) => CONTROL.get(b) ?? (b >= 0x20 && b < 0x7f ? String.fromCharCode(b) : '·')).join('')
}

export function hexByte(b: number): string {
  return b.toString(16).toUpperCase().padStart(2, '0')
}
