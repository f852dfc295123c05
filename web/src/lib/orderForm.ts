import type { CommandKind, CommandParameter } from '@/api/types'
import { formatIso, parseTime, parseTyped } from './time'

/** What a person filled in, by parameter name; times are milliseconds. */
export type FormValues = Record<string, string | number | null>

export type Fault = { kind: 'required' } | { kind: 'integer'; min: number | null; max: number | null } | { kind: 'time' }

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
  if (isEmpty(value)) return parameter.required ? { kind: 'required' } : null
  if (parameter.type === 'time') return typeof value === 'number' && Number.isFinite(value) ? null : { kind: 'time' }
  if (parameter.type === 'integer') {
    const min = parameter.min ?? null
    const max = parameter.max ?? null
    const n = Number(value)
    const good = Number.isInteger(n) && (min === null || n >= min) && (max === null || n <= max)
    return good ? null : { kind: 'integer', min, max }
  }
  return null
}

/** What goes to the server: empty ones left out, whole numbers as numbers, times with their offset. */
export function toParameters(kind: CommandKind, values: FormValues): Record<string, string | number> {
  const out: Record<string, string | number> = {}
  for (const parameter of kind.parameters) {
    const value = values[parameter.name]
    if (value === null || value === undefined || isEmpty(value)) continue
    if (parameter.type === 'time') out[parameter.name] = formatIso(Number(value))
    else if (parameter.type === 'integer') out[parameter.name] = Number(value)
    else out[parameter.name] = String(value).trim()
  }
  return out
}
