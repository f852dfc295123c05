import type { IconName } from '@/components/AppIcon.vue'

export interface Place {
  to: string
  name: IconName & ('map' | 'live' | 'orders' | 'findings' | 'standards' | 'users' | 'roles' | 'audit')
  /** Addresses that belong to it. */
  also: RegExp
  /** The permission it needs. */
  needs: string
}

export const PLACES: readonly Place[] = [
  { to: '/map', name: 'map', also: /^\/map/, needs: 'devices.read' },
  { to: '/live', name: 'live', also: /^\/(live|devices|frames)/, needs: 'devices.read' },
  { to: '/orders', name: 'orders', also: /^\/orders/, needs: 'commands.read' },
  { to: '/findings', name: 'findings', also: /^\/findings/, needs: 'findings.read' },
  { to: '/standards', name: 'standards', also: /^\/standards/, needs: 'standards.use' },
  { to: '/users', name: 'users', also: /^\/users/, needs: 'users.read' },
  { to: '/roles', name: 'roles', also: /^\/roles/, needs: 'roles.read' },
  { to: '/audit', name: 'audit', also: /^\/audit/, needs: 'audit.read' },
]

/** Where somebody begins: the first place they may see, else their own account. */
export function homeOf(permissions: readonly string[]): string {
  return PLACES.find((place) => permissions.includes(place.needs))?.to ?? '/account'
}
