/** What the office says of help with sorting and dispatching. */
export default {
  drafting: { ask: 'Draft a reply', check_one: 'Drafted by a model, from which {{count}} personal detail was hidden. Check every word before you send it.', check_other: 'Drafted by a model, from which {{count}} personal details were hidden. Check every word before you send it.', take: 'Use it' },
  advice: {
    suggested: 'From past cases; you decide', sure: '{{percent}}% sure', because: 'From', learnt: 'Learnt from {{count}} closed cases and examples; of those not seen before {{percent}}% were right.',
    similar: 'May be the same ({{count}})', sameSpot: 'Same spot', away: 'about {{metres}} m away',
  },
}
