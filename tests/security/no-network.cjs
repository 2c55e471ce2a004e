// Loaded before the program by no-network.test.ts: notes every try to reach another machine, at the lowest place that all of Node's clients
// go through, and lets none succeed. What is listened on is left alone. Threads load only what is required, so this is no module.

const dns = require('node:dns')
const { appendFileSync } = require('node:fs')
const { syncBuiltinESMExports } = require('node:module')
const { isIP } = require('node:net')

const note = what => {
  appendFileSync(process.env.CHITIEU_TEST_SOCKETS, `${what}\n`)
  throw new Error(`the test forbids ${what}`)
}

// What node:net, node:tls, node:http, node:http2, fetch and node:dgram are made of.
const { TCP } = process.binding('tcp_wrap')
const { UDP } = process.binding('udp_wrap')
for (const name of ['connect', 'connect6']) TCP.prototype[name] = (_request, address, port) => note(`tcp ${address}:${port}`)
for (const name of ['connect', 'connect6', 'send', 'send6']) UDP.prototype[name] = () => note(`udp ${name}`)

/** An address needs no looking up, and names of this machine are looked up by whoever listens on it. */
const isHarmless = name => isIP(name) !== 0 || name === 'localhost'
for (const from of [dns, dns.promises])
  for (const name of Object.keys(from).filter(key => /^(?:lookup|resolve|reverse)/.test(key) && typeof from[key] === 'function')) {
    const own = from[name]
    from[name] = (host, ...more) => (isHarmless(host) ? own(host, ...more) : note(`dns ${name} ${host}`))
  }
syncBuiltinESMExports()
