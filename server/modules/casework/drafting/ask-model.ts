import { Type, type Static } from 'typebox'
import { Check } from 'typebox/value'
import type { Config } from '#server/config.ts'
import { Refused } from '#server/kernel/refusal.ts'

const waitMs = 60_000
const answerMax = 4_000
const tokensMax = 800

const Completion = Type.Object({ choices: Type.Array(Type.Object({ message: Type.Object({ content: Type.String() }) }), { minItems: 1 }) })

/**
 * One answer by the Chat Completions protocol: POST {url}/chat/completions with `Authorization: Bearer {key}`, as OpenAI
 * describes it and vLLM, Ollama and llama.cpp speak it.
 * @throws Refused drafting.failed where there is no answer within a minute, or none that can be read
 */
export async function askModel({ url, key, model }: NonNullable<Config['drafting']>, system: string, user: string): Promise<string> {
  const asked = { model, max_tokens: tokensMax, temperature: 0.2, messages: [{ role: 'system', content: system }, { role: 'user', content: user }] }
  const answer = await fetch(`${url}/chat/completions`, {
    method: 'POST',
    redirect: 'error',
    headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
    body: JSON.stringify(asked),
    signal: AbortSignal.timeout(waitMs),
  }).then(async (response) => (response.ok ? ((await response.json()) as unknown) : undefined)).catch(() => undefined)
  if (!Check(Completion, answer)) throw new Refused('drafting.failed')
  const [first] = (answer as Static<typeof Completion>).choices
  const words = first!.message.content.trim().slice(0, answerMax)
  if (words === '') throw new Refused('drafting.failed')
  return words
}
