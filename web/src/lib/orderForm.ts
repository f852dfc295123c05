import type { CommandKind, CommandParameter } from '@/api/types'
import { formatIso, parseTime, parseTyped } from './time'

/** What a person filled in, by parameter name; times are milliseconds. */
export type FormValues = Record<string, string | number | null>

export type Fault = { kind: 'required' } | { kind: 'integer' | 'decimal'; min: number | null; max: number | null } | { kind: 'time' }

/** A time that is best taken when the request leaves, such as the one a clock is set to. */
export function isTakenAtSending(parameter: CommandParameter): boolean {
  return parameter.type === 'time' && parameter.default === 'now'
}

/** One text, or several parted by commas or blanks where the parameter may be repeated. */
function textsOf(parameter: CommandParameter, value: string | number): string[] {
  const text = String(value).trim()
  return parameter.repeated ? text.split(/[\s,，;；、]+/).filter(Boolean) : [text]
}

/** The commands a device of this edition understands; all of them where the edition is not known. */
export function commandsFor(catalogue: readonly CommandKind[], edition: string | null): CommandKind[] {
  return edition ? catalogue.filter((kind) => kind.editions.includes(edition)) : [...catalogue]
}

export function initialValues(kind: CommandKind): FormValues {
  return Object.fromEntries(
    kind.parameters.map((parameter) => {
      const given = parameter.default ?? null
      if (parameter.type === 'time') return [parameter.name, typeof given === 'string' ? (parseTime(given) ?? parseTyped(given)) : null]
      return [parameter.name, given === null ? '' : String(given)]
    }),
  )
}

function isEmpty(value: string | number | null | undefined): boolean {
  return value === null || value === undefined || String(value).trim() === ''
}

export function faultOf(parameter: CommandParameter, value: string | number | null | undefined): Fault | null {
  if (value === null || value === undefined || isEmpty(value)) return parameter.required && !isTakenAtSending(parameter) ? { kind: 'required' } : null
  if (parameter.type === 'time') return typeof value === 'number' && Number.isFinite(value) ? null : { kind: 'time' }
  const { type } = parameter
  if (type === 'integer' || type === 'decimal') {
    const min = parameter.min ?? null
    const max = parameter.max ?? null
    const good = textsOf(parameter, value).every((text) => {
      const n = Number(text)
      return Number.isFinite(n) && (type === 'decimal' || Number.isInteger(n)) && (min === null || n >= min) && (max === null || n <= max)
    })
    return good ? null : { kind: type, min, max }
  }
  return null
}

/** What goes to the server: empty ones left out, repeated ones as lists, times with their offset. Digits stay as typed. */
export function toParameters(kind: CommandKind, values: FormValues): Record<string, string | string[]> {
  const out: Record<string, string | string[]> = {}
  for (const parameter of kind.parameters) {
    const value = values[parameter.name]
    if (value === null || value === undefined || isEmpty(value)) continue
    if (parameter.type === 'time') out[parameter.name] = formatIso(Number(value))
    else {
      const texts = textsOf(parameter, value)
      out[parameter.name] = texts.length === 1 && texts[0] !== undefined ? texts[0] : texts
    }
  }
  return out
}
