/** What the office says of help with sorting and dispatching. */
export default {
  drafting: { ask: '起草答复', check: '模型起草，发出前已隐去 {{count}} 处个人信息。请逐字核对，改好再发。', take: '采用' },
  advice: {
    suggested: '以往经验建议，由您决定', sure: '把握 {{percent}}%', because: '依据', learnt: '学习自 {{count}} 条办结事项和示例，事先未见的判对 {{percent}}%。',
    similar: '可能是同一件事（{{count}}）', sameSpot: '同一位置', away: '相距约 {{metres}} 米',
  },
}
