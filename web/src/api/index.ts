import { api, mnPath, type Query } from './client'
import type {
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
  Overview,
  Page,
  RealtimePoint,
  Series,
  Session,
} from './types'

export type ObservationKind = 'minute' | 'hour' | 'day'

/** Every call the pages make, by its name in the contract. */
export const server = {
  meta: () => api.get<Meta>('/meta'),
  session: () => api.get<Session>('/session'),
  logIn: (login: string, password: string) => api.post<Session>('/session', { login, password }),
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
  cancelOrder: (id: string | number, reason: string) => api.post<Command>(`/commands/${encodeURIComponent(id)}/cancel`, { reason }),
}
