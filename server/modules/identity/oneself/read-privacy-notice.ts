import { readPrivacyNotice } from '#contract/identity.ts'
import { anyone, operation } from '#server/kernel/operation.ts'
import { privacyNotice } from '../privacy.ts'

export default operation(readPrivacyNotice, anyone, async () => privacyNotice)
