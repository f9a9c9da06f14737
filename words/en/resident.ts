import figures from './resident-figures.ts'
import matter from './resident-matter.ts'
import me from './resident-me.ts'
import report from './resident-report.ts'

/** What only the residents' app says. */
export default {
  ...figures,
  ...report,
  ...matter,
  ...me,
  name: 'Gongzhi',
  frame: {
    skip: 'Skip to the content',
    bar: 'Main screens',
    back: 'Back',
    toHome: 'Back to Home',
    noNetwork: 'No network. What you write is kept on this phone.',
    tabs: { home: 'Home', matters: 'Matters', me: 'Me' },
  },
  /** What elder mode says instead: under the same key as above; what is not named stays as it is. */
  plain: {
    frame: { tabs: { matters: 'My matters' } },
    home: { reportMore: 'Anything that is wrong nearby', myMatters: 'What I reported', noMatters: 'Nothing is being handled now.' },
    report: { send: 'Send it', sending: 'Sending', kept: 'What you write is kept on this phone.' },
    where: { town: 'Which subdistrict or town', village: 'Which community or village' },
    whoSees: { privateMore: 'Nobody else sees it.', publicMore: 'Shown only after the committee has taken personal details out.' },
    receipt: { reply: 'You will hear from us by {{time}}', next1: '{{desk}} reads it and tells you whether it will be handled.' },
    signIn: { sendCode: 'Text me a code', code: 'The 6 digits in the text message', again: 'Send the text again', otherPhone: 'Use another number' },
    matters: { title: 'My matters', which: 'Which to show', public: 'From neighbours', onlyOpen: 'Only what is not done', answerPlease: 'Please answer' },
    matter: {
      titleComing: 'This matter', paused: 'Waiting for your answer', desk: 'Received by: {{desk}}', handledBy: 'Handled by: {{bodies}}',
      joinedTo: 'Done together with {{number}}. You get an answer too', residents_one: '{{count}} person has this', residents_other: '{{count}} people have this',
      publicity: {
        private: 'Only you and those who handle it can see it', wished: 'You want it public; the committee has not read it yet', public: 'It is public, without saying who you are', kept: 'Not public; only those who handle it can see it',
      },
      timeline: 'What was done', add: 'Say more', addWords: 'What would you like to say?', sendAdded: 'Send it', sendAnswer: 'Send my answer',
      withdraw: 'This is no longer needed', withdrawSure: 'Is it really no longer needed?', withdrawWhy: 'Why not', withdrawYes: 'Not needed', withdrawNo: 'Still needed',
    },
    rate: { send: 'Send my opinion', missing: 'Please choose an answer to all three questions.' },
    meToo: {
      offer: 'I have this too', signIn: 'I have this too (sign in first)', title: 'I have this too', next: 'No need to say it again. When it is done, you get an answer too.', words: 'How is it where you are?', send: 'Count me in', done: 'You are counted in, and get an answer when it is done',
    },
    reopen: {
      offer: 'Not done? Ask once more', title: 'Ask once more', next: 'Say what is not done. {{desk}} sees to it again and then answers you.', words: 'What is not done?', missing: 'Please say what is not done.', send: 'Ask once more',
    },
    me: { look: 'Print and screen', appearance: 'Bright or dark screen', appearances: { auto: 'As the phone', light: 'Bright', dark: 'Dark' } },
    states: {
      received: 'Received, you will hear from us', asked: 'We have a question', declined: 'This can’t be handled here', accepted: 'It will be done', dispatched: 'Being done',
      reported: 'Nearly done, being checked', closed: 'Done; you will hear from us', answered: 'Done', rated: 'You gave your opinion', withdrawn: 'You said it is not needed',
    },
    clocks: { reply: 'You hear from us', start: 'Begins', resolve: 'Done', task: 'Done' },
  },
  elder: {
    title: 'Elder mode',
    enter: 'Too small? Larger print',
    leave: 'Back to normal print',
    modes: { usual: 'Off', elder: 'On' },
    call: 'Call {{community}}',
    waiting: '{{count}} waiting for you',
    unread: '{{count}} not read',
    earlier: 'Show {{count}} earlier',
    mayStay: 'Who may see it, what kind it is (you may leave this)',
  },
  answer: {
    waiting: 'Loading…',
    noNetwork: 'No connection',
    noNetworkMore: 'Check your signal or Wi-Fi and try again.',
    again: 'Try again',
    broken: 'This page did not open',
    brokenMore: 'The connection may be lost, or there has been an update. What you wrote is still here.',
  },
  first: {
    title: 'Say what is wrong.\nSee who puts it right.',
    words: 'Your community, the subdistrict and the right department deal with it, and you are told how far it is and when you get an answer.',
    have: 'Been here before?',
    public: 'See what others have said',
  },
  home: {
    greeting: { night: 'Good night', morning: 'Good morning', noon: 'Good day', afternoon: 'Good afternoon', evening: 'Good evening' },
    greetingTo: '{{greeting}}, {{name}}',
    noCommunity: 'No community yet',
    asked: 'You have asked to join; the community will verify it',
    howToJoin: 'Scan the QR code in your stairway or on the notice board to join your community. You can report without joining.',
    reportMore: 'Broken, dirty, noisy, in the way: tell us',
    myMatters: 'My matters',
    all: 'All',
    allMatters: 'See all matters',
    noMatters: 'You have no open matters.',
    notices: 'New notices',
    allNotices: 'See all notices',
    bell: 'Notices',
    bellUnread: 'Notices, {{shown}} unread',
  },
  duty: {
    today: 'On duty today', named: '{{title}} {{name}}', first: 'nobody is on duty now; first responsible', call: 'Call {{body}}: {{telephone}}',
  },
  demo: {
    mark: 'demo',
    choose: 'Tap a demo resident to fill in the number',
    code: 'Code',
  },
}
