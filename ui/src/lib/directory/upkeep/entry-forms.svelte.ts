import { program, type Service, type ServicePage } from '$lib/core';
import { same } from '$lib/shared/three-way';
import { draftOf, emptyService, type DraftPart, type ServiceDraft } from './service-draft';

/** What is typed into the form of an entry, and the entry it began from. */
export class EntryForm {
  draft = $state<ServiceDraft>(draftOf(emptyService('')));
  /** The entry the form began from. */
  service: Service;
  /** That entry as it was typed. */
  base: ServiceDraft;
  rev: number;
  /** The family it delivers, by name. */
  family = $state('');
  readonly fresh: boolean;

  constructor(service: Service, rev: number, family: string, fresh: boolean) {
    this.service = service;
    this.base = draftOf(service);
    this.draft = { ...this.base };
    this.rev = rev;
    this.family = family;
    this.fresh = fresh;
  }

  get touched(): boolean {
    return !same(this.draft, this.base);
  }

  put<P extends DraftPart>(part: P, value: ServiceDraft[P]): void {
    this.draft[part] = value;
  }

  /** Goes on from the entry as somebody else left it. */
  standOn(theirs: ServicePage, draft: ServiceDraft): void {
    this.service = theirs.row.service;
    this.base = draftOf(this.service);
    this.rev = theirs.rev;
    this.draft = { ...draft };
  }
}

/**
 * The forms of entries that are begun and not saved. They wait while another screen is looked at,
 * for as long as the window is open, locked or not; they hold nothing about a person.
 */
class EntryForms {
  #forms = new Map<string, EntryForm>();
  /** Whether they belong to the demonstration; its forms never come into one's own work. */
  #demonstration: boolean | null = null;

  /** The form of an entry as it was left, or a fresh one. */
  edit(page: ServicePage): EntryForm {
    const { service } = page.row;
    return this.#form(
      service.id,
      () => new EntryForm(service, page.rev, page.parent?.service.name ?? '', false),
    );
  }

  /** The form of a new entry as it was left, or a fresh one. */
  begin(): EntryForm {
    return this.#form('new', () => new EntryForm(emptyService(''), 0, '', true));
  }

  /** Forgets a form: it was saved, or given up. */
  drop(form: EntryForm): void {
    for (const [key, held] of this.#forms) if (held === form) this.#forms.delete(key);
  }

  #form(key: string, make: () => EntryForm): EntryForm {
    const demonstration = program.session?.demonstration ?? null;
    if (demonstration !== this.#demonstration) this.#forms.clear();
    this.#demonstration = demonstration;
    const held = this.#forms.get(key);
    if (held?.touched) return held;
    const form = make();
    this.#forms.set(key, form);
    return form;
  }
}

export const entryForms = new EntryForms();
