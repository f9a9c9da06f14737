/** What the office says of help with sorting and dispatching. */
export default {
  advice: {
    suggested: 'From past cases; you decide', sure: '{{percent}}% sure', because: 'From', learnt: 'Learnt from {{count}} closed cases and examples; of those not seen before {{percent}}% were right.',
    similar: 'May be the same ({{count}})', sameSpot: 'Same spot', away: 'about {{metres}} m away',
  },
}
