import { api, type Query } from './client'
import type { Page } from './types'

/** How well a rule is founded; the last two are unverified. */
export type Confidence = 'two-sources' | 'one-source' | 'computed' | 'from-memory' | 'contradicted'

export interface Domain {
  name: string
  title_zh: string
  title_en: string
  editions: number
}

/** A part of the life of an edition with limits of its own. */
export interface Phase {
  name: string
  title_zh: string
  title_en: string
  from: string
  to: string | null
}

export interface Edition {
  id: string
  family: string
  title_zh: string
  title_en: string
  domain: string
  published: string | null
  from: string
  to: string | null
  predecessor: string | null
  successor: string | null
  phases: Phase[]
  region: string
  industry_zh: string | null
  industry_en: string | null
  status: string
  status_zh: string
  status_en: string
  source: string
  confidence: Confidence
  note_zh: string
  note_en: string
  rules: number
  unverified: number
}

export interface Rule {
  id: string
  table: string
  edition: string
  clause: string
  from: string
  to: string | null
  source: string
  confidence: Confidence
  verified: boolean
  evidence: string
  cells: Record<string, string>
}

export interface RuleTable {
  name: string
  domain: string
  title_zh: string
  title_en: string
  columns: string[]
  rows: Rule[]
}

export interface EditionDetail {
  edition: Edition
  tables: RuleTable[]
}

export interface RuleDetail {
  rule: Rule
  edition: Edition
  table_title_zh: string
  table_title_en: string
}

export type Change = 'same' | 'changed' | 'added' | 'removed'

/** A row of two editions side by side: added stands on the right only, removed on the left only. */
export interface ComparedRow {
  key: Record<string, string>
  change: Change
  left: Rule | null
  right: Rule | null
  cells: { column: string; left: string; right: string; change: Change }[]
}

export interface ComparedTable {
  name: string
  title_zh: string
  title_en: string
  changed: number
  added: number
  removed: number
  same: number
  rows: ComparedRow[]
}

export interface Side {
  edition: Edition
  day: string
  phase: Phase | null
}

export interface Comparison {
  left: Side
  right: Side
  tables: ComparedTable[]
}

export type InputKind =
  | 'number'
  | 'concentration'
  | 'text'
  | 'choice'
  | 'flag'
  | 'numbers'
  | 'series'
  | 'texts'
  | 'number_map'
  | 'concentration_map'
  | 'records'
  | 'date'

export interface TopicInput {
  key: string
  pattern: boolean
  label_zh: string
  label_en: string
  kind: InputKind
  unit: string
  required: boolean
  choices: { value: string; label_zh: string; label_en: string }[]
  fields: TopicInput[]
}

export interface Topic {
  name: string
  title_zh: string
  title_en: string
  help_zh: string
  help_en: string
  dated: boolean
  inputs: TopicInput[]
  examples: Record<string, unknown>[]
}

export interface TopicGroup {
  name: string
  title_zh: string
  title_en: string
  topics: Topic[]
}

export interface Words {
  zh: string
  en: string
}

/** A value of a result: decimals are texts with the digits of the calculator. */
export type Value = string | number | boolean | null | Value[] | { [key: string]: Value }

export interface Answer {
  result: { [key: string]: Value }
  completeness?: { have: number; expected: number; needed: number; enough: boolean }
  working?: { label: Words; formula: string; exact: string; rounding?: { mode: 'half-even' | 'up'; decimals: number }; value: string; unit: string }[]
  citations: { id: string; edition: string; clause: string; validity: { from: string; to: string | null }; source: string; confidence: Confidence }[]
  findings: { code: string; place: string; expected: string; actual: string; title: Words; remedy: Words }[]
  unverified: { id: string; confidence: Confidence; mark: Words; why: string }[]
}

export interface Question {
  date: string | null
  rule_version: string | null
  input: Record<string, unknown>
}

/** The calls of the pages of standards. */
export const standards = {
  domains: (signal?: AbortSignal) => api.get<Domain[]>('/standards/domains', {}, signal),
  editions: (query: Query, signal?: AbortSignal) => api.get<Edition[]>('/standards/editions', query, signal),
  edition: (id: string, signal?: AbortSignal) => api.get<EditionDetail>('/standards/edition', { id }, signal),
  rules: (query: Query, signal?: AbortSignal) => api.get<Page<Rule>>('/standards/rules', query, signal),
  rule: (id: string, signal?: AbortSignal) => api.get<RuleDetail>('/standards/rule', { id }, signal),
  comparison: (query: Query, signal?: AbortSignal) => api.get<Comparison>('/standards/comparison', query, signal),
  topics: (signal?: AbortSignal) => api.get<TopicGroup[]>('/standards/topics', {}, signal),
  judge: (topic: string, question: Question) => api.post<Answer>(`/standards/topics/${encodeURIComponent(topic)}`, question),
}
