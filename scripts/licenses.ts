// Lists the packages that users get by their licences: npm run licenses. Ends with 1 when one is not on the list of those allowed.
import { groupBy } from '../src/model/group.js'
import { isAllowed, licenseOf, shippedPackages, unstated } from './licenses/shipped.js'

const named = shippedPackages().map(pack => ({ id: `${pack.name}@${pack.version}`, license: licenseOf(pack) }))
const byLicense = [...groupBy(named, ({ license }) => license ?? 'states none')].sort(([, a], [, b]) => b.length - a.length)
for (const [license, packs] of byLicense) {
  const ids = [...new Set(packs.map(({ id }) => id))].sort()
  console.log(`${license}: ${ids.length}\n  ${ids.join(', ')}`)
  if (license === 'states none' ? ids.some(id => !(id in unstated)) : !isAllowed(license)) process.exitCode = 1
}
