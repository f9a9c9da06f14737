import { discoverOpen311 } from '#contract/open311.ts'
import { anyone, operation, Raw } from '#server/kernel/operation.ts'
import { errorsOf, isXml, xmlType } from './say.ts'
import { xmlOf } from './xml.ts'

const changeset = '2026-11-01T00:00:00Z'

export default operation(discoverOpen311, anyone, async ({ config, ending }) => {
  const endpoint = {
    specification: 'http://wiki.open311.org/GeoReport_v2', url: `${config.publicUrl}/open311/v2`, changeset, type: config.demo ? 'test' : 'production',
    formats: ['text/xml', 'application/json'],
  }
  const contact = config.publicUrl
  if (!isXml(ending)) return { changeset, contact, key_service: contact, endpoints: [endpoint] }
  const shown = { changeset, contact, key_service: contact, endpoints: { endpoint: [{ ...endpoint, formats: { format: endpoint.formats } }] } }
  return new Raw(xmlType, Buffer.from(xmlOf('discovery', shown, 'xmlns="http://api.open311.org/schema/discovery"')))
}, errorsOf)
