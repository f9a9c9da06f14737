import type { OperationId } from '#contract/paths.ts'
import type { Role } from '#server/modules/identity/role.ts'

/** Who may call an operation at all; `machines` bring a key or a signature, and nobody signs in. What they reach with it stands in reaches.ts. */
export type Expected = 'anyone' | 'machines' | 'residents' | 'everybody signed in' | readonly Role[]

const administrators: Role[] = ['administrator']
const committees: Role[] = ['committee_member', 'committee_secretary']
/** Those whose body is the desk of a region, or of the cases that were sent up straight to it. */
const desks: Role[] = [...committees, 'subdistrict_clerk', 'subdistrict_leader', 'department_clerk', 'department_head', 'centre_dispatcher']
/** Those who handle cases. */
const handlers: Role[] = [...desks, 'grid_worker']
/** The first responsible person of a body. */
const leaders: Role[] = ['committee_secretary', 'subdistrict_leader', 'department_head', 'centre_dispatcher']
/** Who keeps the county's rules and its routing catalogue. */
const rulers: Role[] = ['centre_dispatcher', 'administrator']
const allStaff: Role[] = [...handlers, ...administrators]

export const whoMay: Record<OperationId, Expected> = {
  // the house
  readHealth: 'anyone',
  readReadiness: 'anyone',
  readSettings: 'anyone',

  // regions
  listRegions: 'anyone',
  readRegion: 'anyone',
  searchRegions: 'anyone',
  locate: 'anyone',
  readBoundaries: 'anyone',
  readCalendar: 'anyone',
  createRegion: administrators,
  changeRegion: administrators,
  changeCalendar: administrators,

  // signing in
  requestPhoneCode: 'anyone',
  signInByPhone: 'anyone',
  signInStaff: 'anyone',
  askProvider: 'anyone',
  signInByProvider: 'anyone',
  signOut: 'anyone',
  listDemoAccounts: 'anyone',
  readLink: 'anyone',
  useLink: 'anyone',
  askReset: 'anyone',

  // oneself
  listSessions: 'everybody signed in',
  endSession: 'everybody signed in',
  readMe: 'everybody signed in',
  changeMe: 'everybody signed in',
  readPrivacyNotice: 'anyone',
  giveConsent: 'everybody signed in',
  readMyRecord: 'everybody signed in',
  renewRecoveryCodes: allStaff,

  // communities
  readCommunity: 'anyone',
  askMembership: 'residents',
  listMemberships: committees,
  decideMembership: committees,
  readCommunityCode: [...committees, ...administrators],

  // organisation
  listRoles: allStaff,
  listPublicBodies: 'anyone',
  listBodies: allStaff,
  createBody: administrators,
  changeBody: administrators,
  closeBody: administrators,
  listPosts: allStaff,
  createPost: administrators,
  changePost: administrators,
  endPost: administrators,
  holdPost: administrators,
  leavePost: administrators,
  listStaff: [...leaders, ...administrators],
  inviteStaff: administrators,
  resetStaff: administrators,
  dismissStaff: administrators,
  listDuties: allStaff,
  putOnDuty: [...leaders, ...administrators],
  listStationed: allStaff,
  readDutyToday: 'anyone',
  takeOffDuty: [...leaders, ...administrators],
  listGrants: [...leaders, ...administrators],
  giveGrant: [...leaders, ...administrators],
  withdrawGrant: [...leaders, ...administrators],
  openPersonalField: allStaff,

  // files, notices
  uploadPhoto: 'everybody signed in',
  readPhoto: 'everybody signed in',
  listNotices: 'everybody signed in',
  countUnread: 'everybody signed in',
  readNotices: 'everybody signed in',
  live: 'everybody signed in',

  // casework: residents
  listCategories: 'anyone',
  submitAppeal: 'residents',
  listMyMatters: 'residents',
  listPublicMatters: 'anyone',
  readMatter: 'anyone',
  addToMatter: 'residents',
  coverWords: 'residents',
  withdrawMatter: 'residents',
  rateMatter: 'residents',
  reopenMatter: 'residents',
  askReview: 'residents',
  joinMatter: 'residents',
  submitTipOff: 'anyone',
  readTipOff: 'anyone',
  addToTipOff: 'anyone',
  rateTipOff: 'anyone',
  readMatterPhoto: 'anyone',

  // casework: staff
  listCases: handlers,
  countCases: handlers,
  readCase: handlers,
  readCasePhoto: handlers,
  explainClock: handlers,
  noteCase: handlers,
  actOnMany: handlers,
  acceptCase: desks,
  declineCase: desks,
  askBack: desks,
  sortCase: desks,
  decidePublication: desks,
  dispatchCase: desks,
  escalateCase: desks,
  sendCaseDown: desks,
  releaseTask: desks,
  reworkCase: desks,
  closeCase: desks,
  answerCase: desks,
  findOfficers: desks,
  formGroup: desks,
  addGroupItem: handlers,
  tickGroupItem: handlers,
  listRemits: allStaff,
  addRemit: rulers,
  endRemit: rulers,
  takeTask: handlers,
  returnTask: handlers,
  reportTask: handlers,
  assignTask: leaders,
  enterAppeal: handlers,
  lookUpCaller: handlers,
  listRequests: handlers,
  askExtension: handlers,
  askExclusion: handlers,
  answerSupervision: handlers,
  superviseCase: ['subdistrict_clerk', 'subdistrict_leader', 'centre_dispatcher'],
  ruleOnRequest: desks,
  markPetition: desks,
  askPetitionExtension: desks,
  giveOpinion: desks,
  callAssist: desks,
  mergeCase: desks,
  takeCaseApart: desks,
  callBack: ['subdistrict_clerk', 'subdistrict_leader', 'centre_dispatcher'],
  decideGate: leaders,
  undoGate: leaders,
  decideMany: leaders,

  // casework: imports
  createImport: ['centre_dispatcher'],
  listImports: ['centre_dispatcher'],
  readImport: ['centre_dispatcher'],
  sendImportPart: ['centre_dispatcher'],
  checkImport: ['centre_dispatcher'],
  runImport: ['centre_dispatcher'],
  stopImport: ['centre_dispatcher'],
  downloadBadRows: ['centre_dispatcher'],
  listImported: ['centre_dispatcher'],

  // casework: help with sorting and dispatching
  suggestCategories: 'anyone',
  findSimilarMatters: 'anyone',
  adviseOnCase: handlers,
  draftWords: handlers,
  listSimilarCases: handlers,
  findSimilarCases: handlers,

  // casework: rules in versions
  readPolicy: allStaff,
  listPolicyVersions: allStaff,
  readPolicyDraft: rulers,
  savePolicyDraft: rulers,
  dropPolicyDraft: rulers,
  tryPolicyDraft: rulers,
  publishPolicies: rulers,
  readRoute: handlers,
  findRoute: allStaff,
  readRouting: allStaff,
  listRoutingVersions: allStaff,
  exportRouting: allStaff,
  readRoutingDraft: rulers,
  dropRoutingDraft: rulers,
  saveRoutingEntry: rulers,
  removeRoutingEntry: rulers,
  saveRoutingTerms: rulers,
  importRouting: rulers,
  tryRoutingDraft: rulers,
  publishRouting: rulers,

  // exchange
  listClients: ['centre_dispatcher', ...administrators],
  createClient: administrators,
  withdrawClient: administrators,
  listSignalSources: ['centre_dispatcher', ...administrators],
  createSignalSource: administrators,
  withdrawSignalSource: administrators,
  listSignalRules: ['centre_dispatcher', ...administrators],
  createSignalRule: administrators,
  endSignalRule: administrators,
  listSignals: ['centre_dispatcher', ...administrators],
  readSignalOfCase: handlers,
  listDeliveries: ['centre_dispatcher', ...administrators],
  sendAgain: administrators,
  takeInSignals: 'machines',
  takeInOrders: 'machines',
  discoverOpen311: 'anyone',
  listOpen311Services: 'anyone',
  readOpen311Service: 'anyone',
  listOpen311Requests: 'anyone',
  readOpen311Request: 'anyone',
  createOpen311Request: 'machines',
  readOpen311Token: 'machines',

  // figures
  readFigures: desks,
  listCasesBehind: desks,
  exportFigures: desks,
  exportCasesBehind: desks,
}
