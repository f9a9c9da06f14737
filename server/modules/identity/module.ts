import { identityAnswers } from './openings/answer-held-values.ts'
import askMembership from './communities/ask-membership.ts'
import decideMembership from './communities/decide-membership.ts'
import listMemberships from './communities/list-memberships.ts'
import readCommunity from './communities/read-community.ts'
import readCommunityCode from './communities/read-community-code.ts'
import changeBody from './bodies/change-body.ts'
import changeBodyHours from './bodies/change-body-hours.ts'
import closeBody from './bodies/close-body.ts'
import createBody from './bodies/create-body.ts'
import listBodies from './bodies/list-bodies.ts'
import listPublicBodies from './bodies/list-public-bodies.ts'
import readSettings from './bodies/read-settings.ts'
import listDuties from './duties/list-duties.ts'
import putOnDuty from './duties/put-on-duty.ts'
import readDutyToday from './duties/read-duty-today.ts'
import takeOffDuty from './duties/take-off-duty.ts'
import endSession from './end-session.ts'
import giveGrant from './grants/give-grant.ts'
import listGrants from './grants/list-grants.ts'
import listRoles from './grants/list-roles.ts'
import listReportedActs from './grants/list-reported-acts.ts'
import noteReportsSeen from './grants/note-reports-seen.ts'
import withdrawGrant from './grants/withdraw-grant.ts'
import listSessions from './list-sessions.ts'
import changeMe from './oneself/change-me.ts'
import giveConsent from './oneself/give-consent.ts'
import readMe from './oneself/read-me.ts'
import readMyRecord from './oneself/read-my-record.ts'
import readPrivacyNotice from './oneself/read-privacy-notice.ts'
import renewRecoveryCodes from './oneself/renew-recovery-codes.ts'
import openPersonalField from './openings/open-personal-field.ts'
import { identityPersonalFields } from './personal.ts'
import changePost from './posts/change-post.ts'
import createPost from './posts/create-post.ts'
import endPost from './posts/end-post.ts'
import holdPost from './posts/hold-post.ts'
import leavePost from './posts/leave-post.ts'
import listPosts from './posts/list-posts.ts'
import askProvider from './provider/ask-provider.ts'
import signInByProvider from './provider/sign-in-by-provider.ts'
import requestPhoneCode from './request-phone-code.ts'
import signInByPhone from './sign-in-by-phone.ts'
import signInStaff from './sign-in-staff.ts'
import signOut from './sign-out.ts'
import listStationed from './stationed/list-stationed.ts'
import askReset from './staff/ask-reset.ts'
import dismissStaff from './staff/dismiss-staff.ts'
import inviteStaff from './staff/invite-staff.ts'
import listStaff from './staff/list-staff.ts'
import { firstAdministrator } from './staff/make-first-administrator.ts'
import readLink from './staff/read-link.ts'
import resetStaff from './staff/reset-staff.ts'
import useLink from './staff/use-link.ts'

export const identity = {
  operations: [
    requestPhoneCode, signInByPhone, signInStaff, askProvider, signInByProvider, signOut, listSessions, endSession, readLink, useLink, askReset,
    readMe, changeMe, readPrivacyNotice, giveConsent, readMyRecord, renewRecoveryCodes,
    readCommunity, askMembership, listMemberships, decideMembership, readCommunityCode,
    readSettings, listRoles, listBodies, listPublicBodies, createBody, changeBody, changeBodyHours, closeBody,
    listPosts, createPost, changePost, endPost, holdPost, leavePost,
    listStaff, inviteStaff, resetStaff, dismissStaff,
    listDuties, putOnDuty, takeOffDuty, listStationed, readDutyToday,
    listGrants, giveGrant, withdrawGrant, listReportedActs, noteReportsSeen,
    openPersonalField,
  ],
  reactions: [],
  routines: [],
  personalFields: identityPersonalFields,
  answers: identityAnswers,
  verbs: [firstAdministrator],
}
