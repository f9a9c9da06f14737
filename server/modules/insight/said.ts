import en from '#words/en/figures.ts'
import stateEn from '#words/en/casework.ts'
import zh from '#words/zh/figures.ts'
import stateZh from '#words/zh/casework.ts'

export type Language = 'zh' | 'en'

/** The words of exported files. */
export const wordsIn = (language: Language): typeof zh => (language === 'en' ? en : zh)

/** What a case's state is called; an unknown one by its key. */
export const stateIn = (language: Language, state: string): string => (language === 'en' ? stateEn : stateZh).states[state as keyof typeof stateZh.states] ?? state

/** What the door is called by which something came in. */
export const channelIn = (language: Language, channel: string): string => (language === 'en' ? stateEn : stateZh).channels[channel as keyof typeof stateZh.channels] ?? channel

/** On which ground an exclusion was asked for. */
export const groundIn = (language: Language, ground: string): string => (language === 'en' ? stateEn : stateZh).exclusionGrounds[ground as keyof typeof stateZh.exclusionGrounds] ?? ground
