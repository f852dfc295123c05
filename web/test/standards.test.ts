import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ComparedTable, InputKind, Rule, Topic, TopicInput } from '@/api/standards'
import { cellText, columnsIn, columnTitle } from '@/lib/columnWords'
import { columnsOf, countChanges } from '@/lib/comparison'
import { blankForm, formOf, fromAddress, missingKeys, toAddress, toInput } from '@/lib/questions'
import { civilDay, withoutEndZeros } from '@/lib/standards'

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
      flag: false,
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

  it('stands in an address without a character that servers refuse, and is read back', () => {
    const given = { rows: [{ class: 'Ⅱ' }], '{x}': '<0.02' }
    expect(toAddress(given)).not.toMatch(/[{}[\]|^`"<> ]/)
    expect(fromAddress(toAddress(given))).toEqual(given)
    expect(fromAddress('{"p":"98"}')).toEqual({ p: '98' })
    expect(['', 'x', '[1]', '%'].map(fromAddress)).toEqual([null, null, null, null])
  })

  it('names what is missing', () => {
    expect(missingKeys(TOPIC, blankForm(INPUTS))).toEqual(['n'])
    expect(missingKeys(TOPIC, { n: '0' })).toEqual([])
  })
})

describe('a day', () => {
  it('is read as people write it, and refused where there is none', () => {
    expect(['2026-03-01', '2026/3/1', '20260301', '2026年3月1日'].map(civilDay)).toEqual(['2026-03-01', '2026-03-01', '2026-03-01', '2026-03-01'])
    expect(['2026-02-30', '01/03/2026', '2026-13-01', ''].map(civilDay)).toEqual(['', '', '', ''])
  })
})

describe('an exact value', () => {
  it('loses only zeros that say nothing', () => {
    expect(['30.000', '113.6363', '0.50', '100', '0.0'].map(withoutEndZeros)).toEqual(['30', '113.6363', '0.5', '100', '0'])
  })
})

describe('two editions side by side', () => {
  const rule = (edition: string): Rule => ({ id: edition, table: 't', edition, clause: '', from: '', to: null, source: '', confidence: 'one-source', verified: true, evidence: '', cells: {} })
  const table: ComparedTable = {
    name: 't', title_zh: '', title_en: '', changed: 1, added: 1, removed: 0, same: 0,
    rows: [
      { key: { factor: 'PM2.5' }, change: 'changed', left: rule('a'), right: rule('b'), cells: [{ column: 'class2', left: '75', right: '60', change: 'changed' }, { column: 'unit', left: 'µg/m³', right: 'µg/m³', change: 'same' }] },
      { key: { factor: 'TSP' }, change: 'added', left: null, right: rule('b'), cells: [{ column: 'class2', left: '', right: '300', change: 'added' }, { column: 'unit', left: '', right: 'µg/m³', change: 'added' }, { column: 'note', left: '', right: '', change: 'same' }] },
    ],
  }

  it('show once what never differs and twice what does', () => {
    expect(columnsOf(table)).toEqual({ key: ['factor'], alike: ['unit'], sides: ['class2'] })
  })

  it('are counted over all tables', () => {
    expect(countChanges([table, table])).toEqual({ same: 0, changed: 2, added: 2, removed: 0, total: 4 })
  })
})

describe('the columns of a table', () => {
  it('come in the language of the person where there are two, and all of them where there is one', () => {
    expect(columnsIn(['factor', 'note_zh', 'note_en', 'zh', 'en', 'factor_zh'], false)).toEqual(['factor', 'note_zh', 'zh', 'factor_zh'])
    expect(columnsIn(['factor', 'note_zh', 'note_en', 'zh', 'en', 'factor_zh'], true)).toEqual(['factor', 'note_en', 'en', 'factor_zh'])
  })

  it('are named, and shown as written where no word is known', () => {
    expect([columnTitle('factor', false), columnTitle('note_en', true), columnTitle('c50', false)]).toEqual(['因子', 'Note', 'c50'])
    expect([cellText('le', true), cellText('0.05', true), cellText('', true)]).toEqual(['≤', '0.05', '—'])
  })
})

describe('the words of results', () => {
  const keys = readFileSync(new URL('resultKeys.txt', import.meta.url), 'utf8').split('\n').filter((key) => key !== '')
  /** The same in both languages, and so written. */
  const asWritten = new Set(['cmyk', 'rgb'])

  it('has a title in both languages for every key that a topic can return', () => {
    expect(keys.length).toBeGreaterThan(100)
    expect(keys.filter((key) => !asWritten.has(key) && columnTitle(key, false) === key)).toEqual([])
    expect(keys.filter((key) => !asWritten.has(key) && !/[\u4e00-\u9fff]/.test(columnTitle(key, false)))).toEqual([])
    expect(keys.filter((key) => columnTitle(key, true).includes('_') || /[\u4e00-\u9fff]/.test(columnTitle(key, true)))).toEqual([])
  })
})
