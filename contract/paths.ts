/**
 * Every operation's method and path, free of TypeBox: the screens read it at run time.
 * Rows of a county are addressed with their county, since county comes first in every key.
 */
export const paths = {
  // the house
  readHealth: 'GET /health',
  readReadiness: 'GET /health/ready',
  readSettings: 'GET /settings',

  // regions
  listRegions: 'GET /regions',
  readRegion: 'GET /regions/:region',
  searchRegions: 'GET /regions/search',
  locate: 'GET /counties/:county/location',
  createRegion: 'POST /regions/:region/regions',
  changeRegion: 'PATCH /regions/:region',
  readBoundaries: 'GET /counties/:county/boundaries',
  readCalendar: 'GET /counties/:county/calendar/:year',
  changeCalendar: 'PUT /counties/:county/calendar/:year',

  // identity: signing in
  requestPhoneCode: 'POST /phone-codes',
  signInByPhone: 'POST /resident-sessions',
  signInStaff: 'POST /staff-sessions',
  askProvider: 'POST /staff-sessions/provider-questions',
  signInByProvider: 'POST /staff-sessions/provider-answers',
  signOut: 'DELETE /sessions/current',
  listSessions: 'GET /sessions',
  endSession: 'DELETE /sessions/:id',
  listDemoAccounts: 'GET /demo-accounts',
  readLink: 'POST /one-time-links/reading',
  useLink: 'POST /one-time-links/use',
  askReset: 'POST /reset-requests',

  // identity: oneself
  readMe: 'GET /me',
  changeMe: 'PATCH /me',
  readPrivacyNotice: 'GET /privacy-notice',
  giveConsent: 'POST /me/consents',
  readMyRecord: 'GET /me/record',
  renewRecoveryCodes: 'POST /me/recovery-codes',

  // identity: communities
  readCommunity: 'GET /communities/:code',
  askMembership: 'POST /communities/:code/memberships',
  listMemberships: 'GET /counties/:county/memberships',
  decideMembership: 'POST /counties/:county/memberships/:id/decision',
  readCommunityCode: 'GET /counties/:county/villages/:village/code',

  // identity: bodies, posts, people, grants
  listRoles: 'GET /roles',
  listBodies: 'GET /counties/:county/bodies',
  createBody: 'POST /counties/:county/bodies',
  changeBody: 'PATCH /counties/:county/bodies/:id',
  closeBody: 'POST /counties/:county/bodies/:id/closing',
  listPosts: 'GET /counties/:county/posts',
  createPost: 'POST /counties/:county/posts',
  changePost: 'PATCH /counties/:county/posts/:id',
  endPost: 'POST /counties/:county/posts/:id/ending',
  listStaff: 'GET /counties/:county/staff',
  inviteStaff: 'POST /counties/:county/staff',
  holdPost: 'POST /counties/:county/posts/:id/holders',
  leavePost: 'DELETE /counties/:county/posts/:id/holders/:person',
  resetStaff: 'POST /counties/:county/staff/:id/reset',
  dismissStaff: 'POST /counties/:county/staff/:id/leaving',
  listDuties: 'GET /counties/:county/duties',
  putOnDuty: 'POST /counties/:county/duties',
  takeOffDuty: 'DELETE /counties/:county/duties/:id',
  listGrants: 'GET /counties/:county/grants',
  giveGrant: 'POST /counties/:county/grants',
  withdrawGrant: 'POST /counties/:county/grants/:id/withdrawal',
  openPersonalField: 'POST /counties/:county/openings',

  // files
  uploadPhoto: 'POST /counties/:county/photos',
  readPhoto: 'GET /counties/:county/photos/:id',

  // notices and live
  listNotices: 'GET /notices',
  countUnread: 'GET /notices/unread',
  readNotices: 'POST /notices/readings',
  live: 'GET /live',

  // casework: the resident
  listCategories: 'GET /counties/:county/categories',
  submitAppeal: 'POST /counties/:county/appeals',
  listMyMatters: 'GET /me/matters',
  listPublicMatters: 'GET /counties/:county/public-matters',
  readMatter: 'GET /counties/:county/matters/:id',
  addToMatter: 'POST /counties/:county/matters/:id/additions',
  withdrawMatter: 'POST /counties/:county/matters/:id/withdrawal',
  rateMatter: 'POST /counties/:county/matters/:id/rating',
  readMatterPhoto: 'GET /counties/:county/matters/:id/photos/:photo',

  // casework: staff
  listCases: 'GET /counties/:county/cases',
  countCases: 'GET /counties/:county/case-counts',
  readCase: 'GET /counties/:county/cases/:id',
  readCasePhoto: 'GET /counties/:county/cases/:id/photos/:photo',
  acceptCase: 'POST /counties/:county/cases/:id/acceptance',
  declineCase: 'POST /counties/:county/cases/:id/declining',
  askBack: 'POST /counties/:county/cases/:id/question',
  sortCase: 'POST /counties/:county/cases/:id/sorting',
  decidePublication: 'POST /counties/:county/cases/:id/publication',
  dispatchCase: 'POST /counties/:county/cases/:id/dispatch',
  escalateCase: 'POST /counties/:county/cases/:id/escalation',
  sendCaseDown: 'POST /counties/:county/cases/:id/sending-down',
  noteCase: 'POST /counties/:county/cases/:id/notes',
  takeTask: 'POST /counties/:county/cases/:id/tasks/:task/taking',
  assignTask: 'POST /counties/:county/cases/:id/tasks/:task/handler',
  returnTask: 'POST /counties/:county/cases/:id/tasks/:task/return',
  reportTask: 'POST /counties/:county/cases/:id/tasks/:task/report',
  releaseTask: 'POST /counties/:county/cases/:id/tasks/:task/release',
  reworkCase: 'POST /counties/:county/cases/:id/rework',
  closeCase: 'POST /counties/:county/cases/:id/closing',
  answerCase: 'POST /counties/:county/cases/:id/answer',
  actOnMany: 'POST /counties/:county/case-batches',
  explainClock: 'GET /counties/:county/cases/:id/clocks/:clock/explanation',

  // casework: another platform's appeals
  createImport: 'POST /counties/:county/imports',
  listImports: 'GET /counties/:county/imports',
  readImport: 'GET /counties/:county/imports/:id',
  sendImportPart: 'PUT /counties/:county/imports/:id/parts/:part',
  checkImport: 'POST /counties/:county/imports/:id/checking',
  runImport: 'POST /counties/:county/imports/:id/running',
  stopImport: 'POST /counties/:county/imports/:id/stopping',
  downloadBadRows: 'GET /counties/:county/imports/:id/bad-rows',
  listImported: 'GET /counties/:county/imports/:id/cases',

  // figures
  readFigures: 'GET /counties/:county/figures',
  listCasesBehind: 'GET /counties/:county/figures/cases',
  exportFigures: 'GET /counties/:county/figures/file',
  exportCasesBehind: 'GET /counties/:county/figures/cases/file',
} as const

export type OperationId = keyof typeof paths
