import { describe, expect, it } from 'vitest'
import { differences } from '../src/lib/differences'
import { homeOf } from '../src/lib/places'

describe('where somebody begins', () => {
  it('is the first place they may see', () => {
    expect(homeOf(['devices.read', 'audit.read'])).toBe('/map')
    expect(homeOf(['users.read', 'audit.read'])).toBe('/users')
    expect(homeOf([])).toBe('/account')
  })
})

describe('what changed', () => {
  it('leaves out what stayed', () => {
    expect(differences({ name: '旧', roles: ['a'], active: true }, { name: '新', roles: ['a'], active: false })).toEqual([
      { field: 'name', before: '旧', after: '新' },
      { field: 'active', before: 'true', after: 'false' },
    ])
  })
  it('is everything where a thing is new or gone', () => {
    expect(differences(null, { name: '新', place: null })).toEqual([
      { field: 'name', before: null, after: '新' },
      { field: 'place', before: null, after: '—' },
    ])
    expect(differences({ name: '旧' }, null)).toEqual([{ field: 'name', before: '旧', after: null }])
  })
})
