/// <reference types="svelte" />
/// <reference types="vite/client" />

/** Whether the build holds the fake core. The build that ships does not. */
declare const __FAKE__: boolean;

declare module 'virtual:edition-sources' {
  /** The edition's sources, parsed, for the fake core. */
  export const families: { id: string; menu: string; title: string }[];
  export const options: Record<string, unknown>[];
  export const conditions: Record<string, unknown>[];
  export const facts: Record<string, unknown>[];
  export const meetingTypes: import('./lib/core').MeetingType[];
  export const tables: Record<string, Record<string, string>[]>;

  /** What the sources may leave out of a type of the wire. */
  type Short<T, K extends keyof T> = Omit<T, K> & { [N in K]?: Exclude<T[N], null> };
  type ShortColumn = Short<
    import('./lib/core/wire').TableColumn,
    'optional' | 'options' | 'share' | 'keeps-from-person'
  >;
  type ShortKind =
    | Exclude<import('./lib/core/wire').AnswerKind, { kind: 'table' }>
    | { kind: 'table'; columns: ShortColumn[] };
  type ShortQuestion = Omit<
    Short<import('./lib/core/wire').Question, 'prompts' | 'restricted' | 'asked-if' | 'role'>,
    'answer'
  > & { answer: ShortKind };
  type ShortSection = Omit<
    Short<import('./lib/core/wire').Section, 'number' | 'guidance' | 'keep-out' | 'guide-words'>,
    'question'
  > & { question?: ShortQuestion[] };
  export const forms: (Omit<Short<import('./lib/core/wire').Form, 'unverified'>, 'section'> & {
    section: ShortSection[];
  })[];
  type Case = import('./lib/core/wire').Case;
  /** The first case of the demonstration. */
  export const demonstration: {
    reference: string;
    case: Omit<Case, 'person' | 'charges' | 'previous' | 'court-reference'> & {
      person: Omit<Case['person'], 'interpreter'>;
      charges: Short<Case['charges'][number], 'place' | 'aggravations'>[];
      previous: Short<Case['previous'][number], 'outcome'>[];
    };
    report: {
      narrative: Record<string, string>;
      answers: Record<
        string,
        | Exclude<import('./lib/core/wire').Answer, { kind: 'yes-no' | 'narrative' }>
        | { kind: 'yes-no'; yes: boolean; note?: string }
      >;
    }[];
  };
}
