import type { Queryable } from './database.ts'

/**
 * What a lower module must know of higher ones, which it can't import: it declares a question at its door, they list
 * their answers in their module.ts, the house joins them. Facts tell what happened; a question asks how it is now.
 */
export interface Question<Asked, Answer> {
  name: string
  /** The shape of what is asked and answered; for the compiler only. */
  shape?: (asked: Asked) => Answer
}

/** A module's answer to a question. It reads with the `db` that it is given, which may be a change's transaction. */
export interface Answering {
  question: string
  give: (db: Queryable, asked: never) => Promise<unknown>
}

export const question = <Asked, Answer>(name: string): Question<Asked, Answer> => ({ name })

export function answer<Asked, Answer>(to: Question<Asked, Answer>, give: (db: Queryable, asked: Asked) => Promise<Answer>): Answering {
  return { question: to.name, give }
}

/** Puts a question to every module that answers it, one after another; no module may answer it, then nothing comes back. */
export async function ask<Asked, Answer>(
  answers: readonly Answering[], db: Queryable, to: Question<Asked, Answer>, asked: Asked,
): Promise<Answer[]> {
  const given: Answer[] = []
  for (const one of answers) {
    if (one.question === to.name) given.push((await one.give(db, asked as never)) as Answer)
  }
  return given
}
