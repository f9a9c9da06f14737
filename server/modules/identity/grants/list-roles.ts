import { listRoles } from '#contract/identity.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { roles } from '../role.ts'

export default operation(listRoles, staff('organisation.read'), async () => ({
  items: Object.entries(roles).map(([role, actions]) => ({ role, actions: actions.map(([action, over]) => ({ action, over })) })),
}))
