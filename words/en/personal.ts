/** Personal data: what each field is called, its purpose, ground and keeping, and what it is opened for. */
export default {
  'person.name': 'Name',
  'person.phone': 'Phone number',
  'membership.address': 'Home address',
  'appeal.words': 'What you reported, in your words',
  'appeal.original': 'What you wrote before you covered parts of it (sealed)',
  'case.title': 'The first words of what you reported (shown in lists)',
  'appeal.address': 'Address in what you reported',
  'appeal.lon': 'Longitude of what you reported',
  'appeal.lat': 'Latitude of what you reported',
  'appeal.behalf_name': 'Name of the person you reported for',
  'appeal.behalf_phone': 'Phone of the person you reported for',
  'entry.words': 'What you added',
  'rating.words': 'Your rating, in your words',
  'photo.picture': 'Photos that you sent',
  purposes: {
    identify: 'to know who you are',
    contact: 'to reach you',
    handle_case: 'to handle what you reported',
    verify_membership: 'to verify that you belong to the community',
  },
  grounds: {
    consent: 'your consent',
    legal_duty: 'a duty by law',
    public_task: 'a public task',
  },
  keptFor: {
    account: 'until you close your account',
    case_3_years: 'three years after the matter is closed',
    membership: 'until you leave the community',
  },
  openingPurposes: {
    contact: 'to contact you',
    visit: 'to visit you',
    verify: 'to verify',
    other: 'other',
  },
}
