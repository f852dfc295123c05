// Takes pictures of pages with headless Chromium and runs axe on them:
//   node dev/look.mjs OUT_DIR BASE_URL path[=name] …      e.g. node dev/look.mjs /tmp/look http://127.0.0.1:18080 /map /live
// LOOK_LOGIN=admin LOOK_PASSWORD=… log in first; LOOK_ONLY=desk-light,phone-dark limits the variants.
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'

const [out, base, ...paths] = process.argv.slice(2)
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
mkdirSync(out, { recursive: true })

const VARIANTS = {
  'desk-light': { viewport: { width: 1440, height: 900 }, colorScheme: 'light', locale: 'zh' },
  'desk-dark': { viewport: { width: 1440, height: 900 }, colorScheme: 'dark', locale: 'en' },
  'phone-light': { viewport: { width: 390, height: 844 }, colorScheme: 'light', locale: 'zh', isMobile: true, hasTouch: true },
  'phone-dark': { viewport: { width: 390, height: 844 }, colorScheme: 'dark', locale: 'en', isMobile: true, hasTouch: true },
}
const only = (process.env.LOOK_ONLY ?? Object.keys(VARIANTS).join(',')).split(',')

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking'] })
let faults = 0
for (const name of only) {
  const { locale, ...options } = VARIANTS[name]
  const context = await browser.newContext({ ...options, bypassCSP: false })
  await context.addInitScript((value) => localStorage.setItem('jianhu.locale', value), locale)
  const page = await context.newPage()
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && console.log(`${name} console ${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => console.log(`${name} page error: ${error.message}`))
  if (process.env.LOOK_PASSWORD) {
    await page.goto(`${base}/login`)
    await page.waitForSelector('#login, #main')
    if (await page.$('#login')) {
      await page.fill('#login', process.env.LOOK_LOGIN ?? 'admin')
      await page.fill('#password', process.env.LOOK_PASSWORD)
      await page.press('#password', 'Enter')
      await page.waitForSelector('#main')
    }
  }
  for (const entry of paths) {
    const [path, label] = entry.split('@')
    await page.goto(base + path)
    await page.waitForTimeout(Number(process.env.LOOK_WAIT ?? 1800))
    const file = `${out}/${label ?? path.split('?')[0].replaceAll('/', '_').slice(1, 24)}-${name}.png`
    await page.screenshot({ path: file })
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (wide > 0) console.log(`${name} ${path}: ${wide} px too wide`)
    await page.evaluate(`${axe}; 0`)
    const result = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] }))
    for (const violation of result.violations) {
      faults++
      console.log(`${name} ${path} axe ${violation.impact} ${violation.id}: ${violation.nodes.slice(0, 3).map((node) => `${node.target} ${node.any[0]?.message ?? node.failureSummary ?? ''}`).join(' | ')}`)
    }
  }
  await context.close()
}
await browser.close()
console.log(`axe: ${faults} violations`)
