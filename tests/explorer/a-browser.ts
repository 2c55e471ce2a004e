/// <reference lib="dom" />
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { aServer, type TestServer } from '../serve/a-server.js'

/** The browser that is tried: Debian's, or what CHITIEU_CHROMIUM names. */
export const chromiumPath = process.env.CHITIEU_CHROMIUM ?? '/usr/bin/chromium'
export const hasChromium = existsSync(chromiumPath)

const page = resolve('dist/explorer')
const switches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** Where pictures of the pages go, to be looked at. */
const pictures = process.env.CHITIEU_SCREENSHOTS ?? 'output/screenshots'

export interface TestBrowser {
  readonly server: TestServer
  readonly address: string
  /** A new window; what its page complains of is gathered in `complaints`. */
  open(path: string, options?: BrowserContextOptions): Promise<{ readonly page: Page; readonly complaints: readonly string[] }>
  close(): Promise<void>
}

/** A server over real files, listening, and a browser. */
export async function aBrowser(options: Parameters<typeof aServer>[0] = {}): Promise<TestBrowser> {
  if (!existsSync(join(page, 'index.html'))) throw new Error('The page is not built: run `npm run build` first.')
  const server = await aServer({ ...options, page })
  await server.app.listen({ host: '127.0.0.1', port: 0 })
  const address = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`
  const browser: Browser = await chromium.launch({
    executablePath: chromiumPath,
    args: switches,
  })
  return {
    server,
    address,
    async open(path, contextOptions = {}) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...contextOptions })
      const tab = await context.newPage()
      const complaints: string[] = []
      tab.on('console', message => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(`${message.text()} (${message.location().url})`)
      })
      tab.on('pageerror', error => complaints.push(error.message))
      tab.on('request', request => {
        if (!request.url().startsWith(address) && !request.url().startsWith('data:')) complaints.push(`asks elsewhere: ${request.url()}`)
      })
      await tab.goto(address + path, { waitUntil: 'networkidle' })
      return { page: tab, complaints }
    },
    async close() {
      await browser.close()
      await server.close()
    },
  }
}

/** What axe finds wrong with a page by WCAG 2.2 A and AA, a line each. */
export async function accessibilityFaults(tab: Page): Promise<string[]> {
  // The page's policy runs no inline script, so axe is evaluated by the browser's debugger.
  await tab.evaluate(readFileSync(axe, 'utf8'))
  return tab.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: (context: object, options: object) => Promise<{ violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] }> }
    }
    const result = await axe.run(globalThis.document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
    return result.violations.flatMap(v => v.nodes.slice(0, 3).map(node => `${v.id}: ${node.target.join(' ')}: ${node.failureSummary}`))
  })
}

/** Keeps a picture of the page. */
export async function picture(tab: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true })
  await tab.screenshot({ path: join(pictures, `${name}.png`) })
}
