// A stand-in for the platform, only for working on the pages: node dev/mock.mjs [port]. It serves dist/ and invents a city.
// Log in as admin / admin.
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { dirname, extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

const HERE = dirname(fileURLToPath(import.meta.url))
const DIST = join(HERE, '..', 'dist')
const PORT = Number(process.argv[2] ?? 18080)
const EMPTY = process.env.MOCK_EMPTY === '1'
const DISTRICTS_FILE = process.env.MOCK_DISTRICTS ?? join(HERE, '../../../shared/geo/shaoxing_districts_mit_simplified_wgs84.geojson')

let seed = 212
const random = () => {
  seed = (seed * 1664525 + 1013904223) >>> 0
  return seed / 2 ** 32
}
const choose = (list) => list[Math.floor(random() * list.length)]
const iso = (ms) => new Date(ms + 8 * 3600e3).toISOString().replace(/\.\d+Z$/, '+08:00')
const civil = (ms) => new Date(ms + 8 * 3600e3).toISOString().replace(/[-:TZ.]/g, '')

const DISTRICTS = [
  ['330602', '越城区', 'Yuecheng', 120.6, 30.03, 0.12],
  ['330603', '柯桥区', 'Keqiao', 120.47, 30.02, 0.16],
  ['330604', '上虞区', 'Shangyu', 120.87, 30.03, 0.17],
  ['330624', '新昌县', 'Xinchang', 120.95, 29.42, 0.13],
  ['330681', '诸暨市', 'Zhuji', 120.25, 29.71, 0.18],
  ['330683', '嵊州市', 'Shengzhou', 120.78, 29.6, 0.15],
]
const WATER = [
  ['w01018', '化学需氧量', 'COD', '毫克/升', 42, 2],
  ['w21003', '氨氮', 'ammonia N', '毫克/升', 2.1, 3],
  ['w01001', 'pH值', 'pH', '无量纲', 7.3, 2],
  ['w00000', '污水', 'waste-water flow', '升/秒', 17.5, 1],
  ['w21001', '总氮', 'total N', '毫克/升', 9.8, 2],
  ['w21011', '总磷', 'total P', '毫克/升', 0.31, 3],
]
const GAS = [
  ['a21026', '二氧化硫', 'SO2', '毫克/立方米', 18, 2],
  ['a21002', '氮氧化物', 'NOx', '毫克/立方米', 38, 1],
  ['a34013', '烟尘', 'dust', '毫克/立方米', 3.2, 2],
  ['a19001', '氧气含量', 'O2', '%', 8.4, 1],
  ['a01012', '烟气温度', 'flue temperature', '摄氏度', 118, 1],
  ['a01011', '烟气流速', 'flue velocity', '米/秒', 9.1, 2],
]
const TRADES = ['印染', '化工', '酿酒', '污水处理', '电镀', '造纸', '热电', '制药', '皮革', '水泥']
const WORDS = ['恒丰', '鉴水', '兰亭', '东湖', '稽山', '曹江', '浣纱', '五泄', '沃洲', '剡溪', '会稽', '柯岩', '镜湖', '越海', '天姥']

const now = () => Date.now()
const devices = []
if (!EMPTY) {
  for (let i = 0; i < 800; i++) {
    const gas = i % 4 === 3
    const d = choose(DISTRICTS)
    const angle = random() * Math.PI * 2
    const r = Math.sqrt(random()) * d[5]
    const dice = random()
    const state = dice < 0.9 ? 'live' : dice < 0.94 ? 'late' : dice < 0.97 ? 'offline' : dice < 0.985 ? 'faulty' : 'never'
    const old = state === 'live' ? 30e3 * random() : state === 'late' ? 4e5 + 8e5 * random() : state === 'faulty' ? 15e3 : 4e6 + 3e8 * random()
    const quarantine = i >= 794
    devices.push({
      mn: quarantine ? `LD1301330000${15 + i - 794}` : `3306${String(10000000 + i * 7919).padStart(8, '0')}${gas ? 'A' : 'W'}${String(i).padStart(11, '0')}`.slice(0, 24),
      name: quarantine ? '' : `${d[1].slice(0, 2)}${choose(WORDS)}${choose(TRADES)}有限公司 ${gas ? `${1 + (i % 3)}号烟囱` : '废水总排口'}`,
      status: quarantine ? 'quarantine' : 'registered',
      medium: i % 97 === 5 ? 'surface-water' : gas ? 'flue-gas' : 'waste-water',
      district: quarantine ? null : d,
      longitude: quarantine ? null : d[3] + Math.cos(angle) * r,
      latitude: quarantine ? null : d[4] + Math.sin(angle) * r * 0.8,
      edition: choose(['2017', '2017', '2017', '2005', '2025']),
      state: quarantine ? 'live' : state,
      heard: state === 'never' && !quarantine ? null : now() - old,
      findings: random() < 0.1 ? Math.ceil(random() * 40) : 0,
      factors: gas ? GAS : WATER,
      seed: random() * 1000,
      seq: 1000 + Math.floor(random() * 9000),
      index: i,
    })
  }
}
const byMn = new Map(devices.map((d) => [d.mn, d]))
const dot = (n, digits) => Math.max(0, n).toFixed(digits)
function value(d, f, ms) {
  const wave = Math.sin(ms / 3.6e6 / 24 * 6.283 + d.seed) * 0.22 + Math.sin(ms / 6e5 + d.seed * 3) * 0.08 + Math.sin(ms / 47e3 + d.seed * 7) * 0.03
  return dot(f[4] * (1 + wave), f[5])
}
function mark(d, ms) {
  const hour = Math.floor(ms / 3.6e6 + d.seed) % 23
  return hour === 7 ? 'C' : hour === 15 && d.index % 5 === 0 ? 'D' : 'N'
}
const hole = (d, ms) => Math.floor(ms / 1.8e6 + d.seed) % 31 === 4
const reading = (d, f, ms) => ({ factor: f[0], name_zh: f[1], name_en: f[2], unit: f[3], value: value(d, f, ms), mark: mark(d, ms), time: iso(ms), frame_id: frameId(d, d.seq) })
const frameId = (d, seq) => `${civil(now()).slice(0, 8)}-${d.index + 1}-${seq}`
function summary(d) {
  return {
    mn: d.mn, name: d.name, status: d.status, medium: d.medium,
    district_code: d.district?.[0] ?? null, district_name: d.district?.[1] ?? null, district_name_en: d.district?.[2] ?? null,
    longitude: d.longitude, latitude: d.latitude, edition: d.edition, state: d.state,
    connected: d.state === 'live' || d.state === 'faulty', last_heard_at: d.heard ? iso(d.heard) : null, findings_today: d.findings,
    last_values: d.heard ? d.factors.slice(0, 4).map((f) => reading(d, f, d.heard)) : [],
  }
}
function detail(d) {
  return {
    ...summary(d), first_heard_at: iso(now() - 3e9), registered_at: d.status === 'registered' ? iso(now() - 2.9e9) : null,
    frames_total: 184233, frames_today: 1204, rejected_today: d.findings, chain: { length: 184233, head_hash: createHash('sha256').update(d.mn).digest('hex') },
    readings: d.heard ? d.factors.map((f) => ({ ...reading(d, f, d.heard), as_sent: f[0], age_s: Math.round((now() - d.heard) / 1e3), zs_value: f[0] === 'a21026' ? dot(Number(value(d, f, d.heard)) * 1.2, 2) : null })) : [],
    peer: d.heard ? '10.33.6.21:50211' : null, clock_offset_s: d.index % 3 === 0 ? 42 : -0.4,
    factors: d.factors.map(([factor, name_zh, name_en, unit]) => ({ factor, name_zh, name_en, unit })),
  }
}

function crc(bytes) {
  let reg = 0xffff
  for (const b of bytes) {
    reg = (reg >> 8) ^ b
    for (let i = 0; i < 8; i++) reg = reg & 1 ? (reg >> 1) ^ 0xa001 : reg >> 1
  }
  return reg.toString(16).toUpperCase().padStart(4, '0')
}
const CODES = {
  CRC_MODBUS: ['rejects', 'CRC 按 MODBUS 算法计算', 'CRC was computed as CRC-16/MODBUS', '改用 HJ 212 附录 A 的算法：每个字节先右移寄存器 8 位再异或。', 'Use the algorithm of HJ 212 appendix A: shift the register right by 8 bits before the XOR.'],
  LENGTH_COUNTS_CHARACTERS: ['rejects', '长度按字符计而不是字节', 'Length counts characters, not bytes', '含中文时按 UTF-8 字节计算数据段长度。', 'Count the UTF-8 bytes of the data segment.'],
  NO_CRLF: ['note', '缺少包尾 CR LF', 'No CR LF at the end', '在校验码后加上 0x0D 0x0A。', 'Send 0x0D 0x0A after the CRC.'],
  FLAG_MISSING: ['warning', '缺少 Flag 字段', 'Field Flag is missing', '按 HJ 212-2017 第 6 章加上 Flag，要求应答时末位为 1。', 'Add Flag as in HJ 212-2017 chapter 6; its last bit asks for an answer.'],
  LOWER_CASE_CRC: ['note', '校验码用了小写', 'CRC in lower case', '校验码用大写十六进制。', 'Write the CRC in upper case.'],
}
const finding = (code, at, expected, actual) => ({ code, gravity: CODES[code][0], at, expected, actual, title_zh: CODES[code][1], title_en: CODES[code][2], remedy_zh: CODES[code][3], remedy_en: CODES[code][4] })

function frameAt(d, seq) {
  const ms = (d.heard ?? now()) - (d.seq - seq) * 30e3
  const kind = seq % 19 === 0 ? 'bad' : seq % 11 === 0 ? 'warn' : seq % 23 === 0 ? 'log' : 'ok'
  const cn = kind === 'log' ? '3020' : seq % 20 === 3 ? '2051' : seq % 40 === 7 ? '2061' : '2011'
  const split = cn === '2061'
  const qn = `${civil(ms - 400).slice(0, 17)}`
  const parts = d.factors.map((f) => (cn === '2011' ? `${f[0]}-Rtd=${value(d, f, ms)},${f[0]}-Flag=${mark(d, ms)}` : `${f[0]}-Min=${value(d, f, ms)},${f[0]}-Avg=${value(d, f, ms + 1e5)},${f[0]}-Max=${value(d, f, ms + 2e5)},${f[0]}-Flag=N`))
  const cp = kind === 'log' ? `DataTime=${civil(ms).slice(0, 14)};PolId=w01018;i11001-Info=//清洗管路，更换试剂//` : `DataTime=${civil(ms).slice(0, 14)};${parts.join(';')}`
  const body = `QN=${qn};ST=${d.medium === 'flue-gas' ? 31 : 32};CN=${cn};PW=123456;MN=${d.mn};Flag=${split ? '7;PNUM=2;PNO=1' : 5};CP=&&${cp}&&`
  const bytes = Buffer.from(body, 'utf8')
  const check = kind === 'bad' ? '0759' : kind === 'warn' ? crc(bytes).toLowerCase() : crc(bytes)
  const tail = kind === 'warn' ? '' : '\r\n'
  const raw = Buffer.concat([Buffer.from(`##${String(bytes.length).padStart(4, '0')}`), bytes, Buffer.from(check + tail)])
  const findings = kind === 'bad' ? [finding('CRC_MODBUS', 6 + bytes.length, crc(bytes), check)] : kind === 'warn' ? [finding('LOWER_CASE_CRC', 6 + bytes.length, crc(bytes), check), finding('NO_CRLF', raw.length, '0D 0A', '—')] : []
  const names = { 2011: ['实时数据', 'real-time data'], 2051: ['分钟数据', 'minute data'], 2061: ['小时数据', 'hour data'], 3020: ['现场信息', 'field information'] }[cn]
  return {
    d, ms, raw, body, bytes, cn, cp, split, check,
    summary: {
      id: frameId(d, seq), mn: d.mn, received_at: iso(ms).replace('+', `.${String(Math.floor(ms % 1000)).padStart(3, '0')}+`), data_time: iso(Math.floor(ms / 1000) * 1000), cn, cn_name_zh: names[0], cn_name_en: names[1],
      st: d.medium === 'flue-gas' ? '31' : '32', qn, edition: d.edition, verdict: kind === 'bad' ? 'rejected' : findings.length ? 'accepted-with-findings' : 'accepted',
      findings: findings.map((f) => f.code), length: raw.length, acknowledged: kind !== 'bad', pnum: split ? 2 : null, pno: split ? 1 : null,
    },
    findings,
  }
}
function frameDetail(d, seq) {
  const f = frameAt(d, seq)
  const segments = []
  const fields = []
  const items = []
  const at = (text) => Buffer.byteLength(text)
  segments.push({ from: 0, to: 2, kind: 'head' }, { from: 2, to: 6, kind: 'length' })
  let pos = 6
  const push = (text, kind, extra = {}) => {
    segments.push({ from: pos, to: pos + at(text), kind, ...extra })
    pos += at(text)
  }
  const [header, area] = f.body.split('CP=&&')
  for (const pair of header.split(';').filter(Boolean)) {
    const [key, val] = pair.split('=')
    push(key, 'key', { field: key })
    push('=', 'separator')
    push(val, 'value', { field: key })
    push(';', 'separator')
  }
  push('CP', 'key', { field: 'CP' })
  push('=', 'separator')
  push('&&', 'cp-mark')
  area.replace(/&&$/, '').split(';').forEach((group, g, all) => {
    const itemIndex = group.includes('-') && !group.includes('Info') ? items.length : undefined
    group.split(',').forEach((pair, p, pairs) => {
      const [key, val] = pair.split('=')
      push(key, 'key', { field: key, item: itemIndex })
      push('=', 'separator')
      fields.push({ group: g, key, value: val, at: pos, length: at(val) })
      if (itemIndex !== undefined) {
        const [factor, suffix] = key.split('-')
        const known = d.factors.find((one) => one[0] === factor)
        items[itemIndex] ??= { factor, as_sent: factor, name_zh: known?.[1] ?? null, name_en: known?.[2] ?? null, unit: known?.[3] ?? null, values: [], mark: null, mark_name_zh: null, mark_name_en: null }
        if (suffix === 'Flag') Object.assign(items[itemIndex], { mark: val, ...({ N: { mark_name_zh: '正常', mark_name_en: 'normal' }, C: { mark_name_zh: '校准', mark_name_en: 'calibrating' }, D: { mark_name_zh: '仪器故障', mark_name_en: 'instrument fault' } }[val] ?? {}) })
        else items[itemIndex].values.push({ suffix, text: val, at: pos, length: at(val) })
      }
      push(val, 'value', { field: key, item: itemIndex })
      if (p < pairs.length - 1) push(',', 'separator')
    })
    if (g < all.length - 1) push(';', 'separator')
  })
  push('&&', 'cp-mark')
  push(f.check, 'crc')
  if (pos < f.raw.length) segments.push({ from: pos, to: f.raw.length, kind: 'tail' })
  const replyBody = `QN=${f.summary.qn};ST=91;CN=9014;PW=123456;MN=${d.mn};Flag=4;CP=&&&&`
  const reply = `##${String(replyBody.length).padStart(4, '0')}${replyBody}${crc(Buffer.from(replyBody))}\r\n`
  const hash = createHash('sha256').update(f.raw).digest('hex')
  return {
    ...f.summary, hex: f.raw.toString('hex'), text: f.raw.toString('utf8').replace(/[\r\n]/g, '·'), charset: f.cn === '3020' ? 'utf-8' : 'ascii', segments, fields, items, findings: f.findings,
    peer: '10.33.6.21:50211', pw_matches: d.status === 'registered' ? true : null,
    chain: { seq, hash, prev_hash: createHash('sha256').update(String(seq)).digest('hex'), previous_id: frameId(d, seq - 1), next_id: seq < d.seq ? frameId(d, seq + 1) : null, verified: true },
    reply: f.summary.acknowledged ? { hex: Buffer.from(reply).toString('hex'), text: reply.replace(/[\r\n]/g, '·'), at: iso(f.ms + 400) } : null,
    sub_packets: f.split ? { count: 2, present: [{ pno: 1, id: f.summary.id }], missing: [2] } : null,
  }
}

function series(d, url, kind) {
  const f = d.factors.find((one) => one[0] === url.searchParams.get('factor')) ?? d.factors[0]
  const from = Date.parse(url.searchParams.get('from'))
  const to = Math.min(Date.parse(url.searchParams.get('to')), now())
  const limit = Number(url.searchParams.get('limit') ?? 2000)
  const step = { realtime: 30e3, minute: 6e5, hour: 3.6e6, day: 8.64e7 }[kind]
  const all = []
  for (let ms = Math.ceil(from / step) * step; ms <= to; ms += step) {
    if (kind !== 'day' && hole(d, ms)) continue
    if (kind === 'realtime') all.push({ time: iso(ms), value: value(d, f, ms), number: Number(value(d, f, ms)), zs: null, mark: mark(d, ms), frame_id: frameId(d, d.seq) })
    else {
      const revised = Math.floor(ms / step) % 29 === 0
      const row = (revision) => ({ time: iso(ms), avg: dot(Number(value(d, f, ms)) + revision - 1, f[5]), min: dot(Number(value(d, f, ms)) * 0.93, f[5]), max: dot(Number(value(d, f, ms)) * 1.08, f[5]), total: dot(63.4, 1), zs_avg: null, zs_min: null, zs_max: null, mark: mark(d, ms), other: null, revision, revisions: revised ? 2 : 1, known_at: iso(ms + step + revision * 9e4), frame_id: frameId(d, d.seq) })
      if (revised && url.searchParams.get('revisions') === 'all') all.push(row(1), row(2))
      else all.push(row(revised ? 2 : 1))
    }
  }
  let points = all
  if (all.length > limit) {
    const every = Math.ceil(all.length / limit)
    points = all.filter((_, i) => i % every === 0)
  }
  return {
    factor: f[0], name_zh: f[1], name_en: f[2], unit: f[3], from: iso(from), to: iso(to), points, total: all.length, shown: points.length, downsampled: points.length < all.length, truncated: false,
    notice: points.length < all.length ? `${all.length} points, the smallest and largest of each slice are shown` : null, notice_zh: points.length < all.length ? `共 ${all.length} 个点，按时段保留最大值和最小值` : null,
  }
}

const P = (name, label_zh, label_en, type, more = {}) => ({ name, label_zh, label_en, type, required: true, ...more })
const RANGE = [P('BeginTime', '开始时间', 'Begin', 'time'), P('EndTime', '结束时间', 'End', 'time')]
const ALL = ['2005', '2017', '2025']
const CATALOGUE = [
  { cn: '1012', name_zh: '设置现场机时间', name_en: 'Set the clock', editions: ALL, parameters: [P('SystemTime', '时间', 'Time', 'time'), P('PolId', '因子', 'Factor', 'factor', { required: false })], legal_effect: 'write' },
  { cn: '1011', name_zh: '提取现场机时间', name_en: 'Read the clock', editions: ALL, parameters: [P('PolId', '因子', 'Factor', 'factor', { required: false })], legal_effect: 'read' },
  { cn: '1062', name_zh: '设置实时数据间隔', name_en: 'Set the real-time interval', editions: ALL, parameters: [P('RtdInterval', '间隔（秒）', 'Interval (s)', 'integer', { min: 30, max: 3600, default: 30 })], legal_effect: 'write' },
  { cn: '1064', name_zh: '设置分钟数据间隔', name_en: 'Set the minute interval', editions: ['2017', '2025'], parameters: [P('MinInterval', '间隔（分钟）', 'Interval (min)', 'choice', { choices: ['1', '5', '10', '30'], default: '10' })], legal_effect: 'write' },
  { cn: '2051', name_zh: '取分钟历史数据', name_en: 'Ask for minute data', editions: ALL, parameters: RANGE, legal_effect: 'read' },
  { cn: '2061', name_zh: '取小时历史数据', name_en: 'Ask for hour data', editions: ALL, parameters: RANGE, legal_effect: 'read' },
  { cn: '1072', name_zh: '设置访问密码', name_en: 'Set the password', editions: ALL, parameters: [P('NewPW', '新密码', 'New password', 'password')], legal_effect: 'write' },
  { cn: '3012', name_zh: '即时采样', name_en: 'Sample now', editions: ALL, parameters: [P('PolId', '因子', 'Factor', 'factor')], legal_effect: 'write' },
]
const commands = []
function order(mn, cn, parameters, reason, state, ago) {
  const kind = CATALOGUE.find((one) => one.cn === cn)
  const asked = now() - ago
  const done = ['done', 'refused', 'failed', 'timed-out', 'cancelled'].includes(state)
  const command = {
    id: commands.length + 1, mn, device_name: byMn.get(mn)?.name ?? '', cn, name_zh: kind.name_zh, name_en: kind.name_en, parameters, state, qn: civil(asked).slice(0, 17), attempts: state === 'queued' ? 0 : state === 'timed-out' ? 3 : 1,
    qn_rtn: ['accepted', 'done', 'failed'].includes(state) ? 1 : state === 'refused' ? 2 : null, qn_rtn_zh: state === 'refused' ? '请求被拒绝' : done ? '准备执行请求' : null, qn_rtn_en: state === 'refused' ? 'refused' : done ? 'ready' : null,
    exe_rtn: state === 'done' ? 1 : state === 'failed' ? 4 : null, exe_rtn_zh: state === 'done' ? '执行成功' : state === 'failed' ? '通信超时' : null, exe_rtn_en: state === 'done' ? 'success' : state === 'failed' ? 'communication timeout' : null,
    asked_by: 'admin', reason, asked_at: iso(asked), sent_at: state === 'queued' ? null : iso(asked + 400), answered_at: done ? iso(asked + 900) : null, finished_at: done ? iso(asked + 3000) : null, expires_at: iso(asked + 3e5),
  }
  commands.push(command)
  return command
}
if (!EMPTY) {
  for (const [i, state] of ['done', 'refused', 'done', 'failed', 'timed-out', 'cancelled', 'accepted', 'sent', 'queued'].entries()) {
    const kind = CATALOGUE[i % CATALOGUE.length]
    const parameters = Object.fromEntries(kind.parameters.map((p) => [p.name, p.type === 'time' ? iso(now() - 3.6e6 * i) : p.type === 'factor' ? 'w01018' : p.type === 'password' ? '••••••' : String(p.default ?? '')]))
    order(devices[i * 7].mn, kind.cn, parameters, ['每周校时', '对 11 月 24 日缺数补取', '比对监测前调整上报间隔', '现场核查需要'][i % 4], state, 9e6 - i * 9e5)
  }
}
function events(c) {
  const list = [{ at: c.asked_at, what: 'asked', what_zh: `${c.asked_by} 下达`, what_en: `given by ${c.asked_by}`, text: c.reason }]
  if (c.sent_at) {
    const body = `QN=${c.qn};ST=32;CN=${c.cn};PW=123456;MN=${c.mn};Flag=5;CP=&&${Object.entries(c.parameters).map(([k, v]) => `${k}=${v}`).join(';')}&&`
    list.push({ at: c.sent_at, what: 'sent', what_zh: '发送请求', what_en: 'request sent', text: `##${String(body.length).padStart(4, '0')}${body}${crc(Buffer.from(body))}` })
  }
  if (c.qn_rtn) list.push({ at: c.answered_at ?? c.sent_at, what: 'request-answered', what_zh: `设备应答：${c.qn_rtn_zh ?? '准备执行请求'}`, what_en: `device answered: ${c.qn_rtn_en ?? 'ready'}`, text: `##0094QN=${c.qn};ST=91;CN=9011;PW=123456;MN=${c.mn};Flag=4;CP=&&QnRtn=${c.qn_rtn}&&1B00` })
  if (c.exe_rtn) list.push({ at: c.finished_at, what: 'executed', what_zh: `执行结果：${c.exe_rtn_zh}`, what_en: `result: ${c.exe_rtn_en}`, text: `##0095QN=${c.qn};ST=91;CN=9012;PW=123456;MN=${c.mn};Flag=4;CP=&&ExeRtn=${c.exe_rtn}&&6240` })
  if (c.state === 'timed-out') list.push({ at: c.finished_at, what: 'timed-out', what_zh: '三次发送均无应答', what_en: 'no answer after three tries', text: null })
  if (c.state === 'cancelled') list.push({ at: c.finished_at, what: 'cancelled', what_zh: 'admin 撤销', what_en: 'withdrawn by admin', text: '下达对象有误' })
  return list
}

function overview() {
  const counts = { total: 0, live: 0, late: 0, offline: 0, never: 0, faulty: 0, quarantine: 0 }
  const by = new Map(DISTRICTS.map((d) => [d[0], { district_code: d[0], name_zh: d[1], name_en: d[2], total: 0, live: 0, late: 0, offline: 0, faulty: 0 }]))
  for (const d of devices) {
    if (d.status === 'quarantine') {
      counts.quarantine++
      continue
    }
    counts.total++
    counts[d.state]++
    const row = by.get(d.district[0])
    row.total++
    if (row[d.state] !== undefined) row[d.state]++
  }
  return { now: iso(now()), devices: counts, frames: { last_minute: EMPTY ? 0 : 1571 + Math.round(Math.random() * 40), today: EMPTY ? 0 : 1284331, rejected_today: EMPTY ? 0 : 312 }, by_district: [...by.values()], ingest: { acknowledged_per_s: EMPTY ? 0 : 26.3, commit_p50_ms: EMPTY ? null : 3.4, commit_p99_ms: EMPTY ? null : 11.2, queue: 0 } }
}

let loggedIn = process.env.MOCK_IN === '1'
let failures = 0
const streams = new Set()
const problem = (status, code, title, title_zh, more = {}) => ({ status, problem: { type: `/problems/${code}`, code, title, title_zh, status, ...more } })

function pageOf(list, url, map = (one) => one) {
  const limit = Number(url.searchParams.get('limit') ?? 100)
  const start = Number(url.searchParams.get('cursor') ?? 0)
  return { items: list.slice(start, start + limit).map(map), next_cursor: start + limit < list.length ? String(start + limit) : null, limit, total: list.length }
}

const deviceOf = (mn) => byMn.get(decodeURIComponent(mn))
const notFound = () => problem(404, 'not-found', 'Not found', '没有找到', { detail: 'There is no such thing, or it is not yours.', detail_zh: '不存在，或不在你的权限内。', remedy: 'Check the number.', remedy_zh: '请核对编号。' })

function answer(method, url, body) {
  const path = url.pathname.slice('/api/v1'.length)
  const q = url.searchParams
  if (path === '/meta') return { json: { name: 'Jianhu', name_zh: '鉴湖', version: '0.1.0', http_port: PORT, hj212_port: 2120, now: iso(now()) } }
  if (path === '/session') {
    if (method === 'POST') {
      if (failures >= 5) return { ...problem(429, 'too-many-attempts', 'Too many failed attempts', '失败次数过多', { detail: 'More than five failures in fifteen minutes.', detail_zh: '15 分钟内失败超过 5 次。', remedy: 'Wait, then try again.', remedy_zh: '请稍候再试。' }), headers: { 'Retry-After': '75' } }
      if (body.password !== 'admin') {
        failures++
        return problem(401, 'wrong-credentials', 'User name or password is wrong', '用户名或密码不对', { remedy: 'Check both and try again.', remedy_zh: '请核对后重试。' })
      }
      failures = 0
      loggedIn = true
    }
    if (method === 'DELETE') {
      loggedIn = false
      return { status: 204 }
    }
    return loggedIn ? { json: { login: 'admin', display_name: '管理员', kind: 'session' } } : problem(401, 'unauthenticated', 'Log in first', '请先登录')
  }
  if (!loggedIn) return problem(401, 'unauthenticated', 'Log in first', '请先登录')
  if (path === '/overview') return { json: overview() }
  if (path === '/districts') {
    const geo = JSON.parse(readFileSync(DISTRICTS_FILE, 'utf8'))
    for (const f of geo.features) {
      const d = DISTRICTS.find((one) => one[0] === String(f.properties.adcode))
      f.properties = { code: d[0], name_zh: d[1], name_en: d[2] }
    }
    return { json: geo }
  }
  if (path === '/map/points') return { json: { items: devices.filter((d) => d.longitude).map((d) => ({ mn: d.mn, name: d.name, medium: d.medium, state: d.state, longitude: d.longitude, latitude: d.latitude, district_code: d.district[0], last_heard_at: d.heard ? iso(d.heard) : null })) } }
  if (path === '/devices') {
    const want = (key, of) => !q.get(key) || of === q.get(key)
    const list = devices.filter((d) => want('status', d.status) && want('state', d.state) && want('medium', d.medium) && want('district', d.district?.[0]) && (!q.get('q') || d.mn.toLowerCase().includes(q.get('q').toLowerCase()) || d.name.includes(q.get('q'))))
    return { json: pageOf(list, url, summary) }
  }
  let m
  if ((m = /^\/devices\/([^/]+)$/.exec(path))) {
    const d = deviceOf(m[1])
    if (!d) return notFound()
    if (method === 'PUT') {
      const district = DISTRICTS.find((one) => one[0] === body.district_code) ?? d.district ?? DISTRICTS[0]
      Object.assign(d, { name: body.name, medium: body.medium, status: 'registered', longitude: body.longitude ?? d.longitude, latitude: body.latitude ?? d.latitude, district })
      return { json: summary(d) }
    }
    return { json: detail(d) }
  }
  if ((m = /^\/devices\/([^/]+)\/frames$/.exec(path))) {
    const d = deviceOf(m[1])
    const start = Number(q.get('cursor') ?? d.seq)
    const limit = Number(q.get('limit') ?? 100)
    const items = []
    let seq = start
    for (; seq > d.seq - 900 && items.length < limit; seq--) {
      const s = frameAt(d, seq).summary
      if ((!q.get('cn') || s.cn === q.get('cn')) && (!q.get('verdict') || s.verdict === q.get('verdict'))) items.push(s)
    }
    return { json: { items, next_cursor: seq > d.seq - 900 ? String(seq) : null, limit } }
  }
  if ((m = /^\/devices\/([^/]+)\/realtime$/.exec(path))) return { json: series(deviceOf(m[1]), url, 'realtime') }
  if ((m = /^\/devices\/([^/]+)\/observations$/.exec(path))) return { json: series(deviceOf(m[1]), url, q.get('kind')) }
  if ((m = /^\/devices\/([^/]+)\/findings$/.exec(path))) {
    const d = deviceOf(m[1])
    return { json: Object.entries(CODES).slice(0, 3).map(([code, c], i) => ({ day: iso(now() - i * 8.64e7).slice(0, 10), code, occurrences: 12 - i * 3, gravity: c[0], title_zh: c[1], title_en: c[2], remedy_zh: c[3], remedy_en: c[4], last_frame_id: frameId(d, d.seq - (d.seq % 19)) })) }
  }
  if ((m = /^\/frames\/\d+-(\d+)-(\d+)$/.exec(path))) {
    const d = devices[Number(m[1]) - 1]
    return d ? { json: frameDetail(d, Number(m[2])) } : notFound()
  }
  if (path === '/findings') {
    if (EMPTY) return { json: { by_code: [], by_device: [], total_devices: 0 } }
    const days = Number(q.get('days') ?? 1)
    const only = q.get('code')
    const by_code = Object.entries(CODES).filter(([code]) => !only || code === only).map(([code, c], i) => ({ code, gravity: c[0], title_zh: c[1], title_en: c[2], remedy_zh: c[3], remedy_en: c[4], occurrences: (420 - i * 77) * days, devices: 31 - i * 5 }))
    const by_device = devices.filter((d) => d.findings > 0 && (!q.get('medium') || d.medium === q.get('medium'))).sort((a, b) => b.findings - a.findings).map((d) => ({ mn: d.mn, name: d.name, status: d.status, occurrences: d.findings * days, codes: Object.keys(CODES).filter((code, i) => (only ? code === only : (d.index + i) % 2 === 0)).map((code, i) => ({ code, occurrences: Math.ceil((d.findings * days) / (i + 2)), last_frame_id: frameId(d, d.seq - (d.seq % 19)) })) })).filter((d) => d.codes.length)
    return { json: { by_code, by_device: by_device.slice(0, 200), total_devices: by_device.length } }
  }
  if (path === '/commands/catalogue') return { json: CATALOGUE }
  if (path === '/commands' && method === 'POST') {
    if (!body.reason) return problem(422, 'reason-required', 'A reason is required', '请写明事由')
    const c = order(body.mn, body.cn, body.parameters, body.reason, 'queued', 0)
    setTimeout(() => push('command', Object.assign(c, { state: 'sent', sent_at: iso(now()), attempts: 1 })), 1500)
    setTimeout(() => push('command', Object.assign(c, { state: 'done', qn_rtn: 1, qn_rtn_zh: '准备执行请求', qn_rtn_en: 'ready', exe_rtn: 1, exe_rtn_zh: '执行成功', exe_rtn_en: 'success', answered_at: iso(now() - 500), finished_at: iso(now()) })), 4000)
    return { status: 201, json: c }
  }
  if (path === '/commands') return { json: pageOf(commands.filter((c) => (!q.get('mn') || c.mn === q.get('mn')) && (!q.get('state') || c.state === q.get('state'))).slice().reverse(), url) }
  if ((m = /^\/commands\/(\d+)$/.exec(path))) {
    const c = commands[Number(m[1]) - 1]
    return c ? { json: { ...c, events: events(c) } } : notFound()
  }
  if ((m = /^\/commands\/(\d+)\/cancel$/.exec(path))) return { json: Object.assign(commands[Number(m[1]) - 1], { state: 'cancelled', finished_at: iso(now()) }) }
  return notFound()
}

function push(event, data, mn) {
  for (const stream of streams) {
    if (stream.mn !== null && stream.mn !== (mn ?? data.mn)) continue
    if (stream.mn !== null && event === 'overview') continue
    stream.response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  }
}
setInterval(() => push('overview', overview()), 2000)
setInterval(() => {
  for (let i = 0; i < 6 && devices.length; i++) {
    const d = choose(devices)
    if (d.state === 'live' || d.state === 'faulty' || Math.random() < 0.02) hear(d)
  }
  for (const stream of streams) if (stream.mn && byMn.has(stream.mn) && Math.random() < 0.15) hear(byMn.get(stream.mn))
}, 400)
function hear(d) {
  d.heard = now()
  d.seq++
  if (d.state !== 'faulty') d.state = 'live'
  const f = frameAt(d, d.seq)
  push('device', { mn: d.mn, state: d.state, connected: true, last_heard_at: iso(d.heard) })
  push('frame', { ...f.summary, readings: f.cn === '2011' ? d.factors.map((one) => reading(d, one, d.heard)) : [] })
}

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.json': 'application/json' }
createServer((request, response) => {
  const url = new URL(request.url, 'http://localhost')
  if (url.pathname === '/api/v1/live') {
    if (!loggedIn) return response.writeHead(401).end()
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
    const stream = { response, mn: url.searchParams.get('mn') }
    streams.add(stream)
    response.write(': hello\n\n')
    if (!stream.mn) response.write(`event: overview\ndata: ${JSON.stringify(overview())}\n\n`)
    return request.on('close', () => streams.delete(stream))
  }
  if (url.pathname.startsWith('/api/')) {
    let text = ''
    request.on('data', (part) => (text += part))
    request.on('end', () => {
      let result
      try {
        result = answer(request.method, url, text ? JSON.parse(text) : {})
      } catch (error) {
        result = problem(500, 'fault', String(error), String(error))
      }
      response.writeHead(result.status ?? 200, { 'Content-Type': result.problem ? 'application/problem+json' : 'application/json', 'Set-Cookie': 'XSRF-TOKEN=mock; Path=/', ...result.headers })
      response.end(result.status === 204 ? undefined : JSON.stringify(result.problem ?? result.json))
    })
    return
  }
  let file = join(DIST, normalize(url.pathname))
  if (!file.startsWith(DIST) || !existsSync(file) || statSync(file).isDirectory()) file = join(DIST, 'index.html')
  response.writeHead(200, {
    'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
    'Content-Security-Policy': "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; frame-ancestors 'none'",
  })
  createReadStream(file).pipe(response)
}).listen(PORT, '127.0.0.1', () => console.log(`http://127.0.0.1:${PORT}  (admin / admin)`))
