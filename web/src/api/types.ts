/** What the server says, as it says it (snake_case, times ISO 8601 with +08:00). */

export type Medium = 'waste-water' | 'flue-gas' | 'surface-water' | 'air' | 'noise' | 'other'
export type DeviceState = 'live' | 'late' | 'offline' | 'never' | 'faulty'
export type DeviceStatus = 'registered' | 'quarantine'
export type Gravity = 'rejects' | 'warning' | 'note'
export type Verdict = 'accepted' | 'accepted-with-findings' | 'rejected' | 'junk'
export type CommandState = 'queued' | 'sent' | 'accepted' | 'done' | 'refused' | 'failed' | 'timed-out' | 'cancelled'

export interface Page<T> {
  items: T[]
  next_cursor: string | null
  limit: number
  total?: number
}

/** On which objects: everything, or what lies in the regions and belongs to the enterprises. */
export interface Scope {
  everything: boolean
  regions: string[]
  enterprises: number[]
}

export interface Session {
  login: string
  display_name: string
  kind: 'session' | 'token'
  permissions: string[]
  scope: Scope
  must_change_password: boolean
}

export interface Account {
  login: string
  display_name: string
  second_factor: boolean
  must_change_password: boolean
  last_log_in_at: string | null
}

export interface User {
  login: string
  display_name: string
  organisation_id: number | null
  organisation_zh: string | null
  organisation_en: string | null
  active: boolean
  roles: string[]
  scope: Scope
  must_change_password: boolean
  second_factor: boolean
  created_at: string
  last_log_in_at: string | null
}

export interface UserForm {
  login?: string
  display_name: string
  organisation_id: number | null
  active: boolean
  roles: string[]
  scope: Scope
  reason: string
}

export interface Permission {
  label: string
  text_zh: string
  text_en: string
  group_zh: string
  group_en: string
}

export interface Role {
  code: string
  name_zh: string
  name_en: string
  built_in: boolean
  permissions: string[]
  users: number
}

export interface RoleForm {
  code?: string
  name_zh: string
  name_en: string
  permissions: string[]
  reason: string
}

export interface Region {
  code: string
  parent_code: string | null
  level: 'city' | 'district' | 'township' | 'grid'
  name_zh: string
  name_en: string
}

export interface Organisation {
  id: number
  parent_id: number | null
  kind: string
  name_zh: string
  name_en: string
  region_code: string | null
  active: boolean
}

export interface AuditEntry {
  entry_no: number
  at: string
  actor: string
  peer: string
  action: string
  object_kind: string
  object_id: string
  region: string | null
  reason: string | null
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
  hash: string
}

export interface AuditChain {
  entries: number
  head_hash: string
  broken_at: number | null
  fault_zh: string | null
  fault_en: string | null
}

export interface Meta {
  name: string
  name_zh: string
  version: string
  http_port: number
  hj212_port: number
  now: string
}

export interface Reading {
  factor: string
  name_zh: string
  name_en: string
  unit: string
  value: string
  mark: string | null
  time: string
  frame_id: string
}

export interface CurrentReading extends Reading {
  as_sent: string
  age_s: number
  zs_value: string | null
}

export interface FactorName {
  factor: string
  name_zh: string
  name_en: string
  unit: string
}

export interface DeviceSummary {
  mn: string
  name: string
  status: DeviceStatus
  medium: Medium
  district_code: string | null
  district_name: string | null
  district_name_en: string | null
  longitude: number | null
  latitude: number | null
  edition: string | null
  state: DeviceState
  connected: boolean
  last_heard_at: string | null
  findings_today: number
  last_values: Reading[]
}

export interface DeviceDetail extends DeviceSummary {
  first_heard_at: string | null
  registered_at: string | null
  frames_total: number
  frames_today: number
  rejected_today: number
  chain: { length: number; head_hash: string | null }
  readings: CurrentReading[]
  peer: string | null
  clock_offset_s: number | null
  factors: FactorName[]
}

export interface DeviceRegistration {
  name: string
  medium: Medium
  district_code?: string
  longitude?: number
  latitude?: number
  edition?: string
  password?: string
}

export interface FrameSummary {
  id: string
  mn: string
  received_at: string
  data_time: string | null
  cn: string | null
  cn_name_zh: string | null
  cn_name_en: string | null
  st: string | null
  qn: string | null
  edition: string | null
  verdict: Verdict
  findings: string[]
  length: number
  acknowledged: boolean
  pnum: number | null
  pno: number | null
}

export type SegmentKind = 'head' | 'length' | 'key' | 'value' | 'separator' | 'crc' | 'tail' | 'cp-mark' | 'junk'

export interface Segment {
  from: number
  to: number
  kind: SegmentKind
  field?: string | null
  item?: number | null
}

export interface FrameItem {
  factor: string
  as_sent: string
  name_zh: string | null
  name_en: string | null
  unit: string | null
  values: { suffix: string; text: string; at: number; length: number }[]
  mark: string | null
  mark_name_zh: string | null
  mark_name_en: string | null
}

export interface FrameFinding {
  code: string
  gravity: Gravity
  at: number | null
  expected: string | null
  actual: string | null
  title_zh: string
  title_en: string
  remedy_zh: string
  remedy_en: string
}

export interface FrameDetail extends Omit<FrameSummary, 'findings'> {
  hex: string
  text: string
  charset: 'ascii' | 'utf-8' | 'gbk' | 'binary'
  segments: Segment[]
  /** The data area in wire order. */
  fields: { group: number; key: string; value: string; at: number; length: number }[]
  items: FrameItem[]
  findings: FrameFinding[]
  peer: string | null
  pw_matches: boolean | null
  chain: {
    seq: number
    hash: string
    prev_hash: string | null
    previous_id: string | null
    next_id: string | null
    verified: boolean
  }
  reply: { hex: string; text: string; at: string | null } | null
  sub_packets: { count: number; present: { pno: number; id: string }[]; missing: number[] } | null
}

export interface LiveFrame extends FrameSummary {
  readings: Reading[]
  sampled?: boolean
}

export interface DeviceChange {
  mn: string
  state: DeviceState
  connected: boolean
  last_heard_at: string | null
}

export interface RealtimePoint {
  time: string
  value: string | null
  number: number | null
  zs: number | null
  mark: string | null
  frame_id: string
}

export interface ObservationPoint {
  time: string
  avg: string | null
  min: string | null
  max: string | null
  total: string | null
  zs_avg: string | null
  zs_min: string | null
  zs_max: string | null
  mark: string | null
  other: unknown
  revision: number
  revisions: number
  known_at: string
  frame_id: string
}

export interface Series<P> {
  factor: string
  name_zh: string
  name_en: string
  unit: string
  from: string
  to: string
  points: P[]
  total: number
  shown: number
  downsampled: boolean
  truncated: boolean
  notice: string | null
  notice_zh: string | null
}

export interface DeviceFinding {
  day: string
  code: string
  occurrences: number
  title_zh: string
  title_en: string
  remedy_zh: string
  remedy_en: string
  gravity: Gravity
  last_frame_id: string | null
}

export interface FindingsBoard {
  by_code: {
    code: string
    gravity: Gravity
    title_zh: string
    title_en: string
    remedy_zh: string
    remedy_en: string
    occurrences: number
    devices: number
  }[]
  by_device: {
    mn: string
    name: string
    status: DeviceStatus
    occurrences: number
    codes: { code: string; occurrences: number; last_frame_id: string | null }[]
  }[]
  total_devices?: number
}

export type ParameterType = 'time' | 'integer' | 'decimal' | 'factor' | 'text' | 'choice' | 'password'

export interface CommandParameter {
  name: string
  label_zh: string
  label_en: string
  type: ParameterType
  required: boolean
  /** Several values may be given. */
  repeated?: boolean
  unit?: string | null
  min?: number | null
  max?: number | null
  choices?: string[] | null
  /** Proposed; `now` is the time of sending. */
  default?: string | number | null
}

export interface CommandKind {
  cn: string
  name_zh: string
  name_en: string
  editions: string[]
  parameters: CommandParameter[]
  legal_effect: 'read' | 'write'
}

export interface Command {
  id: string | number
  mn: string
  device_name: string
  cn: string
  name_zh: string
  name_en: string
  parameters: Record<string, unknown>
  state: CommandState
  qn: string | null
  attempts: number
  qn_rtn: string | number | null
  qn_rtn_zh: string | null
  qn_rtn_en: string | null
  exe_rtn: string | number | null
  exe_rtn_zh: string | null
  exe_rtn_en: string | null
  asked_by: string
  reason: string
  asked_at: string
  sent_at: string | null
  answered_at: string | null
  finished_at: string | null
  expires_at: string | null
}

export interface CommandEvent {
  at: string
  what: string
  what_zh: string
  what_en: string
  text: string | null
}

export interface CommandDetail extends Command {
  events: CommandEvent[]
}

export interface Overview {
  now: string
  devices: {
    total: number
    live: number
    late: number
    offline: number
    never: number
    faulty: number
    quarantine: number
  }
  frames: { last_minute: number; today: number; rejected_today: number }
  by_district: {
    district_code: string
    name_zh: string
    name_en: string
    total: number
    live: number
    late: number
    offline: number
    faulty: number
  }[]
  ingest: { acknowledged_per_s: number; commit_p50_ms: number | null; commit_p99_ms: number | null; queue: number }
}

export interface MapPoint {
  mn: string
  name: string
  medium: Medium
  state: DeviceState
  longitude: number
  latitude: number
  district_code: string | null
  last_heard_at: string | null
}
