import endSession from './end-session.ts'
import listSessions from './list-sessions.ts'
import { identityPersonalFields } from './personal.ts'
import requestPhoneCode from './request-phone-code.ts'
import signInByPhone from './sign-in-by-phone.ts'
import signInStaff from './sign-in-staff.ts'
import signOut from './sign-out.ts'

export const identity = {
  operations: [requestPhoneCode, signInByPhone, signInStaff, signOut, listSessions, endSession],
  reactions: [],
  routines: [],
  personalFields: identityPersonalFields,
}
