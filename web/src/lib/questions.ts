import type { Topic, TopicInput } from '@/api/standards'

/** What a person has typed into the form of a topic. Nothing is turned into a number here: decimals travel as they were typed. */
export interface Pair {
  name: string
  value: string
}
export type Field = string | Pair[] | Form[]
export type Form = { [key: string]: Field }

export function isPairs(input: TopicInput): boolean {
  return input.pattern || input.kind === 'number_map' || input.kind === 'concentration_map'
}

export function blank(input: TopicInput): Field {
  if (isPairs(input)) return [{ name: '', value: '' }]
  if (input.kind === 'records') return [blankForm(input.fields)]
  return ''
}

export function blankForm(inputs: readonly TopicInput[]): Form {
  return Object.fromEntries(inputs.map((input) => [input.key, blank(input)]))
}

function matcher(pattern: string): RegExp {
  const parts = pattern.split(/(\{year\}|\{name\})/).map((part) => (part === '{year}' ? '\\d{4}' : part === '{name}' ? '.+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
  return new RegExp(`^${parts.join('')}$`)
}

/** `1.5` of a JSON number or text; an object or list has none. */
function plain(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

function pairsOf(entries: [string, unknown][]): Pair[] {
  const pairs = entries.filter(([, value]) => value !== null).map(([name, value]) => ({ name, value: plain(value) }))
  return pairs.length > 0 ? pairs : [{ name: '', value: '' }]
}

function fieldOf(input: TopicInput, value: unknown): Field {
  if (value === null || value === undefined) return blank(input)
  if (isPairs(input)) return pairsOf(Object.entries(value as object))
  switch (input.kind) {
    case 'records':
      return Array.isArray(value) && value.length > 0 ? value.map((one) => formOf(input.fields, (one ?? {}) as Record<string, unknown>)) : blank(input)
    case 'numbers':
    case 'series':
    case 'texts':
      return Array.isArray(value) ? value.map((one) => (one === null ? '—' : plain(one))).join(', ') : plain(value)
    default:
      return plain(value)
  }
}

/** The form that asks for this input. */
export function formOf(inputs: readonly TopicInput[], given: Record<string, unknown>): Form {
  const keys = new Set(inputs.filter((input) => !input.pattern).map((input) => input.key))
  return Object.fromEntries(
    inputs.map((input) => {
      if (!input.pattern) return [input.key, fieldOf(input, given[input.key])]
      const wanted = matcher(input.key)
      return [input.key, pairsOf(Object.entries(given).filter(([key]) => !keys.has(key) && wanted.test(key)))]
    }),
  )
}

const MISSING = new Set(['', '—', '-', 'null'])

/** A list as it was typed: commas or line breaks part it, blanks too unless a missing place must be kept. */
function listOf(text: string, kind: 'numbers' | 'series' | 'texts'): unknown {
  const trimmed = text.trim()
  if (kind !== 'texts' && /^-?\d+\.\.-?\d+$/.test(trimmed)) return trimmed
  const parts = trimmed.split(kind === 'numbers' ? /[\s,，;；]+/ : /[,，;；\n]/).map((part) => part.trim())
  if (kind === 'series') return parts.map((part) => (MISSING.has(part) ? null : part))
  return parts.filter((part) => part !== '')
}

/** The input of the question; what was left empty is left out. */
export function toInput(inputs: readonly TopicInput[], form: Form): Record<string, unknown> {
  const result: Record<string, unknown> = {}
  for (const input of inputs) {
    const field = form[input.key]
    if (field === undefined) continue
    if (isPairs(input)) {
      const pairs = (field as Pair[]).map((pair) => [pair.name.trim(), pair.value.trim()] as const).filter(([name, value]) => name !== '' && value !== '')
      if (input.pattern) for (const [name, value] of pairs) result[name] = value
      else if (pairs.length > 0) result[input.key] = Object.fromEntries(pairs)
    } else if (input.kind === 'records') {
      const records = (field as Form[]).map((record) => toInput(input.fields, record)).filter((record) => Object.keys(record).length > 0)
      if (records.length > 0) result[input.key] = records
    } else if (input.kind === 'flag') {
      if (field === 'true' || field === 'false') result[input.key] = field === 'true'
    } else if (typeof field === 'string' && field.trim() !== '') {
      result[input.key] = input.kind === 'numbers' || input.kind === 'series' || input.kind === 'texts' ? listOf(field, input.kind) : field.trim()
    }
  }
  return result
}

/** An input as a value of an address. Braces and brackets are written out: servers refuse them bare, and the router leaves them bare. */
export function toAddress(input: Record<string, unknown>): string {
  return encodeURIComponent(JSON.stringify(input))
}

/** The input in an address, also of a link written by hand; null where there is none. */
export function fromAddress(text: string): Record<string, unknown> | null {
  try {
    const read: unknown = JSON.parse(text.startsWith('{') ? text : decodeURIComponent(text))
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Record<string, unknown>) : null
  } catch {
    return null
  }
}

/** The keys that must be given and are not. */
export function missingKeys(topic: Topic, form: Form): string[] {
  const given = toInput(topic.inputs, form)
  return topic.inputs.filter((input) => input.required && !input.pattern && given[input.key] === undefined).map((input) => input.key)
}
