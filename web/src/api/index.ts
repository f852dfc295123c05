import { api, mnPath, type Query } from './client'
import type {
  Account,
  AuditChain,
  AuditEntry,
  Command,
  CommandDetail,
  CommandKind,
  DeviceDetail,
  DeviceFinding,
  DeviceRegistration,
  DeviceSummary,
  FindingsBoard,
  FrameDetail,
  FrameSummary,
  MapPoint,
  Meta,
  ObservationPoint,
  Organisation,
  Overview,
  Page,
  Permission,
  RealtimePoint,
  Region,
  Role,
  RoleForm,
  Series,
  Session,
  User,
  UserForm,
} from './types'

export type ObservationKind = 'minute' | 'hour' | 'day'

/** Every call the pages make, by its name in the contract. */
export const server = {
  meta: () => api.get<Meta>('/meta'),
  session: () => api.get<Session>('/session'),
  logIn: (login: string, password: string, code?: string) => api.post<Session>('/session', { login, password, ...(code ? { code } : {}) }),
  logOut: () => api.delete<void>('/session'),

  overview: (signal?: AbortSignal) => api.get<Overview>('/overview', {}, signal),
  mapPoints: (signal?: AbortSignal) => api.get<{ items: MapPoint[] }>('/map/points', {}, signal),
  districts: (signal?: AbortSignal) => api.get<object>('/districts', {}, signal),

  devices: (query: Query, signal?: AbortSignal) => api.get<Page<DeviceSummary>>('/devices', query, signal),
  device: (mn: string, signal?: AbortSignal) => api.get<DeviceDetail>(`/devices/${mnPath(mn)}`, {}, signal),
  register: (mn: string, body: DeviceRegistration) => api.put<DeviceSummary>(`/devices/${mnPath(mn)}`, body),
  frames: (mn: string, query: Query, signal?: AbortSignal) =>
    api.get<Page<FrameSummary>>(`/devices/${mnPath(mn)}/frames`, query, signal),
  realtime: (mn: string, query: Query, signal?: AbortSignal) =>
    api.get<Series<RealtimePoint>>(`/devices/${mnPath(mn)}/realtime`, query, signal),
  observations: (mn: string, query: Query & { kind: ObservationKind }, signal?: AbortSignal) =>
    api.get<Series<ObservationPoint>>(`/devices/${mnPath(mn)}/observations`, query, signal),
  deviceFindings: (mn: string, days: number, signal?: AbortSignal) =>
    api.get<DeviceFinding[]>(`/devices/${mnPath(mn)}/findings`, { days }, signal),

  frame: (id: string, signal?: AbortSignal) => api.get<FrameDetail>(`/frames/${encodeURIComponent(id)}`, {}, signal),
  findings: (query: Query, signal?: AbortSignal) => api.get<FindingsBoard>('/findings', query, signal),

  catalogue: () => api.get<CommandKind[]>('/commands/catalogue'),
  commands: (query: Query, signal?: AbortSignal) => api.get<Page<Command>>('/commands', query, signal),
  command: (id: string | number, signal?: AbortSignal) => api.get<CommandDetail>(`/commands/${encodeURIComponent(id)}`, {}, signal),
  order: (body: { mn: string; cn: string; parameters: Record<string, unknown>; reason: string }) =>
    api.post<Command>('/commands', body),
  account: () => api.get<Account>('/account'),
  changePassword: (current_password: string, new_password: string) => api.put<void>('/account/password', { current_password, new_password }),
  enrol: (password: string) => api.post<{ secret: string; uri: string }>('/account/second-factor', { password }),
  confirmFactor: (code: string) => api.post<void>('/account/second-factor/confirm', { code }),
  dropFactor: (password: string) => api.post<void>('/account/second-factor/drop', { password }),

  users: (query: Query, signal?: AbortSignal) => api.get<Page<User>>('/users', query, signal),
  createUser: (form: UserForm) => api.post<{ user: User; password: string }>('/users', form),
  changeUser: (login: string, form: UserForm) => api.put<User>(`/users/${encodeURIComponent(login)}`, form),
  resetPassword: (login: string, reason: string) => api.post<{ user: User; password: string }>(`/users/${encodeURIComponent(login)}/reset-password`, { reason }),
  dropUserFactor: (login: string, reason: string) => api.post<User>(`/users/${encodeURIComponent(login)}/drop-second-factor`, { reason }),
  logOutUser: (login: string, reason: string) => api.post<User>(`/users/${encodeURIComponent(login)}/log-out`, { reason }),
  permissions: () => api.get<Permission[]>('/permissions'),
  roles: () => api.get<Role[]>('/roles'),
  createRole: (form: RoleForm) => api.post<Role>('/roles', form),
  changeRole: (code: string, form: RoleForm) => api.put<Role>(`/roles/${encodeURIComponent(code)}`, form),
  removeRole: (code: string, reason: string) => api.post<void>(`/roles/${encodeURIComponent(code)}/remove`, { reason }),
  regions: () => api.get<Region[]>('/regions'),
  organisations: () => api.get<Organisation[]>('/organisations'),
  audit: (query: Query, signal?: AbortSignal) => api.get<Page<AuditEntry>>('/audit', query, signal),
  auditChain: () => api.get<AuditChain>('/audit/chain'),

  cancelOrder: (id: string | number, reason: string) => api.post<Command>(`/commands/${encodeURIComponent(id)}/cancel`, { reason }),
}
