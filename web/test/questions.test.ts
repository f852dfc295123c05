import { describe, expect, it } from 'vitest'
import type { InputKind, Topic, TopicInput } from '@/api/standards'
import { blankForm, formOf, missingKeys, toInput } from '@/lib/questions'

function input(key: string, kind: InputKind, more: Partial<TopicInput> = {}): TopicInput {
  return { key, kind, pattern: key.includes('{'), label_zh: key, label_en: key, unit: '', required: false, choices: [], fields: [], ...more }
}
const INPUTS = [
  input('n', 'number', { required: true }),
  input('c', 'concentration'),
  input('flag', 'flag'),
  input('list', 'numbers'),
  input('series', 'series'),
  input('C0', 'concentration_map'),
  input('{name}_{year}', 'number'),
  input('rows', 'records', { fields: [input('class', 'text'), input('share', 'number')] }),
]
const TOPIC: Topic = { name: 't', title_zh: '', title_en: '', help_zh: '', help_en: '', dated: false, inputs: INPUTS, examples: [] }

describe('the form of a topic', () => {
  it('sends decimals with the digits that were typed', () => {
    expect(toInput(INPUTS, { n: ' 0.30000000000000000004 ', c: '0.020L' })).toEqual({ n: '0.30000000000000000004', c: '0.020L' })
  })

  it('leaves out what was left empty', () => {
    expect(toInput(INPUTS, blankForm(INPUTS))).toEqual({})
  })

  it('gives back every kind of input that it was filled with', () => {
    const given = {
      n: '1.50',
      c: '<0.02',
      flag: true,
      list: ['3', '1.0', '2'],
      series: ['1', null, '3'],
      C0: { TP: '0.030', 'NH3N': '0.02L' },
      'PM2.5_2015': '53',
      'good_days_2020': '90.7',
      rows: [{ class: 'II', share: '0.5' }, { class: 'III' }],
    }
    expect(toInput(INPUTS, formOf(INPUTS, given))).toEqual(given)
  })

  it('keeps a range as it stands and reads a pasted column', () => {
    expect(toInput(INPUTS, { list: '1..365' })).toEqual({ list: '1..365' })
    expect(toInput(INPUTS, { list: '1\n2.50\t3，4' })).toEqual({ list: ['1', '2.50', '3', '4'] })
  })

  it('keeps the places of missing values in a series', () => {
    expect(toInput(INPUTS, { series: '1, —, 3\n\n5' })).toEqual({ series: ['1', null, '3', null, '5'] })
  })

  it('takes a declared key for itself before a pattern', () => {
    const inputs = [input('target_2020', 'number'), input('{name}_{year}', 'number')]
    expect(formOf(inputs, { target_2020: '40', 'PM2.5_2020': '28' })).toEqual({ target_2020: '40', '{name}_{year}': [{ name: 'PM2.5_2020', value: '28' }] })
  })

  it('names what is missing', () => {
    expect(missingKeys(TOPIC, blankForm(INPUTS))).toEqual(['n'])
    expect(missingKeys(TOPIC, { n: '0' })).toEqual([])
  })
})
